package org.casebridge.demo;

import java.util.List;
import org.casebridge.advocacy.Issue.Party;
import org.casebridge.advocacy.Issue.Result;
import org.casebridge.advocacy.IssueStep;
import org.casebridge.caseload.StoryKind;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.WorkingDays;

/** What was asked of others on a client's behalf, in one case of ten. */
final class SeederIssue {

    private record Matter(Party party, String name, String about, String asked, String backedBy, String basis) {}

    private static final List<Matter> MATTERS = List.of(
            new Matter(Party.INSURER, "County Health Plan", "Home care hours cut", "Restore the twelve hours a week until the hearing", "42 CFR 438.420", "Expedited, 72 hours and mail"),
            new Matter(Party.AGENCY, "Department of Social Services", "SNAP stopped for a missing form", "Accept the form that was handed in", "7 CFR 273.10", "30 days from the application"),
            new Matter(Party.LANDLORD, "Eastside Housing Authority", "Notice to leave within ten days", "Withdraw the notice and agree on a plan", "24 CFR 247.4", "Named in our letter"),
            new Matter(Party.SCHOOL, "Central School District", "No support plan for the son", "An evaluation within sixty days", "34 CFR 300.301", "Sixty days from consent"),
            new Matter(Party.UTILITY, "Hudson Power", "Shut-off notice with a medical device in the home", "Hold the shut-off", "16 NYCRR 11.5", "Promised on the phone"),
            new Matter(Party.PROVIDER, "River Clinic", "Bill for an interpreter", "Take the interpreter off the bill", "45 CFR 92.201", "Promised on the phone"));

    private SeederIssue() {}

    static void write(SeederCase file) {
        var client = file.client();
        var dice = client.dice();
        if (file.days() < 20 || !dice.percent(10)) {
            return;
        }
        var matter = dice.of(MATTERS);
        var asked = client.after(file.openedOn(), 5, (int) file.days() - 5);
        var due = WorkingDays.after(asked, dice.between(3, 20));
        var settled = !file.open() || due.isBefore(client.today().minusDays(3)) && dice.percent(85);
        var settledOn = settled ? client.after(asked, 2, (int) Math.max(2, file.last().toEpochDay() - asked.toEpochDay())) : null;
        var result = settled ? dice.of(Result.GRANTED, Result.GRANTED, Result.PARTLY, Result.DENIED, Result.NO_ANSWER) : null;
        var id = client.id(dice.at(asked));
        var path = client.path("/advocacy/" + id);
        client.rows().add(SeederTable.ISSUE, id, client.id(), file.worker().id(), matter.party, matter.name, "", "", matter.about, matter.asked, asked, due, matter.basis, matter.backedBy,
                result, settledOn, settled ? "They answered in writing." : "", settled ? 1 : 0);
        client.tell(dice.at(asked), StoryKind.ADVOCACY, Sentence.of("Asked {name}: {about}", matter.name, matter.about),
                Sentence.of("answer due on {day} · by {name}", due, file.worker().name()), path, file.worker().id());
        var called = client.after(asked, 1, 2);
        client.rows().add(SeederTable.ISSUE_STEP, client.id(dice.at(called)), id, client.id(), called, IssueStep.How.CALLED, "They have the papers and will look at them.", file.worker().id());
        client.tell(dice.at(called), StoryKind.ADVOCACY, Sentence.of("{how}: {words}", IssueStep.How.CALLED, "They have the papers and will look at them."),
                Sentence.of("{about}, with {agency} · by {name}", matter.about, matter.name, file.worker().name()), path, file.worker().id());
        if (result != null && settledOn != null) {
            client.tell(dice.at(settledOn), StoryKind.ADVOCACY, Sentence.of("{result} by {agency}: {about}", result, matter.name, matter.about),
                    Sentence.of("{words} · by {name}", "They answered in writing.", file.worker().name()), path, file.worker().id());
        }
    }
}
