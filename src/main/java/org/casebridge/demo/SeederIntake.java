package org.casebridge.demo;

import java.util.List;
import org.casebridge.caseload.StoryKind;
import org.casebridge.intake.EligibilityAnswer;
import org.casebridge.intake.HelpRequest.Asker;
import org.casebridge.intake.HelpRequest.CameBy;
import org.casebridge.intake.HelpRequest.Safety;
import org.casebridge.intake.HelpRequest.Urgency;
import org.casebridge.intake.Intake.DeclineReason;
import org.casebridge.intake.Intake.Status;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.WorkingDays;
import org.jspecify.annotations.Nullable;

/** The request with which a client came, and its decision: a case, the wait list, another agency, no, or none yet. */
final class SeederIntake {

    private static final List<String> ELSEWHERE = List.of("County Health Plan", "Capital District Shelter", "Veterans Service Agency", "Office for the Aging");

    private SeederIntake() {}

    /** {@code file} is the case that was opened upon it, if one was. */
    static void write(SeederClient client, List<SeederTheme> themes, @Nullable SeederCase file) {
        var dice = client.dice();
        var programme = file == null ? dice.early(client.agency().programmes()) : file.programme();
        var status = file != null ? Status.OPENED : client.came().isAfter(client.today().minusDays(6)) ? Status.WAITING
                : dice.of(Status.WAIT_LISTED, Status.REFERRED_ON, Status.REFERRED_ON, Status.DECLINED, Status.DECLINED);
        var at = dice.at(client.came());
        var id = client.id(at);
        var by = dice.of(client.agency().intake());
        var self = dice.percent(60);
        var asker = self ? Asker.SELF : dice.of(Asker.FAMILY, Asker.HOSPITAL, Asker.CLINIC, Asker.AGENCY, Asker.SCHOOL, Asker.HOTLINE);
        var unsafe = dice.percent(2);
        var urgency = unsafe ? Urgency.TODAY : dice.of(Urgency.TWO_DAYS, Urgency.WEEK, Urgency.WEEK, Urgency.MONTH);
        var decided = status == Status.WAITING ? null : dice.at(file != null ? file.openedOn() : client.after(client.came(), 0, 5));
        var needs = themes.stream().map(it -> it.need).toList();
        var reason = status == Status.DECLINED ? dice.of(DeclineReason.NOT_ELIGIBLE, DeclineReason.OUT_OF_AREA, DeclineReason.SERVED_ELSEWHERE, DeclineReason.WITHDRAWN) : null;
        var elsewhere = status == Status.REFERRED_ON ? dice.of(ELSEWHERE) : null;
        var review = status == Status.WAIT_LISTED ? client.today().plusDays(dice.between(1, 60)) : null;
        var askedName = self ? null : "Dana Reyes";
        var why = status == Status.WAIT_LISTED ? "No room before next month" : status == Status.REFERRED_ON ? "They do this better than we can" : null;
        var told = reason == null ? null : "That we cannot take this up, and who might";
        client.rows().add(SeederTable.INTAKE, id, client.id(), asker, askedName, null, dice.of(CameBy.PHONE, CameBy.PHONE, CameBy.VISIT, CameBy.WEB, CameBy.OUTREACH), client.came(), needs,
                client.age() >= 14 && dice.percent(80) ? themes.getFirst().voice : null, null, urgency, unsafe ? Safety.NOT_SAFE : Safety.SAFE, unsafe ? "Stays with a friend tonight; the hotline has called back" : null,
                by.id(), at, status, decided, decided == null ? null : by.id(), status == Status.OPENED || status == Status.WAIT_LISTED ? programme.id() : null, file == null ? null : file.id(), review, elsewhere,
                reason, why, told, status == Status.WAITING ? 0 : 1);
        for (var question : programme.questions()) {
            client.rows().add(SeederTable.INTAKE_ANSWER, id, client.id(), question, reason == DeclineReason.NOT_ELIGIBLE ? EligibilityAnswer.NO : EligibilityAnswer.YES);
        }
        var path = client.path("/intakes/" + id);
        client.tell(at, StoryKind.INTAKE, Sentence.of("Asked for help: {needs}", needs(themes)), Sentence.of("{asker} · answer due {day}",
                askedName == null ? Sentence.of("{asker}", asker) : Sentence.of("{asker}, {name}", asker, askedName), WorkingDays.after(client.came(), urgency.workingDays())), path, by.id());
        if (decided == null || status == Status.OPENED) {
            return;
        }
        switch (status) {
            case WAIT_LISTED -> client.tell(decided, StoryKind.INTAKE, Sentence.of("Put on the wait list of {program}", programme.name()), Sentence.of("{reason} · looked at again {day}", why, review), path, by.id());
            case REFERRED_ON -> client.tell(decided, StoryKind.INTAKE, Sentence.of("Request referred on to {agency}", elsewhere), Sentence.of("{reason} · by {name}", why, by.name()), path, by.id());
            default -> client.tell(decided, StoryKind.INTAKE, Sentence.of("Request declined: {reason}", reason), Sentence.of("They were told: {words}", told), path, by.id());
        }
    }

    private static Sentence needs(List<SeederTheme> themes) {
        return themes.size() == 1 ? Sentence.of("{need}", themes.getFirst().need)
                : Sentence.of("{need}, {more}", themes.getFirst().need, needs(themes.subList(1, themes.size())));
    }
}
