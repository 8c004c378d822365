package org.casebridge.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.casebridge.caseload.CaseFile.CloseReason;
import org.casebridge.caseload.CaseFile.Status;
import org.casebridge.caseload.StoryKind;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** A client's case, and whatever leans on it: in which programme, with whom, for what, from when to when. {@code closedOn} is null while it is open. */
record SeederCase(SeederClient client, UUID id, SeederAgency.Programme programme, SeederAgency.Worker worker, List<SeederTheme> themes, LocalDate openedOn,
                  @Nullable LocalDate closedOn) {

    /** Of a hundred days, how many cases come to their end: a case lasts about eight months. */
    private static final int ENDING_IN_100_DAYS = 40;

    /** Writes what became of a household: who asked, whose case was opened, and what was done then. */
    static void live(SeederHousehold household) {
        SeederHome.write(household);
        for (var client : household.members()) {
            var first = client == household.members().getFirst();
            var themes = themes(client);
            var cameAgo = client.today().toEpochDay() - client.came().toEpochDay();
            var opened = cameAgo > 7 ? client.dice().percent(first ? 90 : 45) : client.dice().percent(40);
            if (opened) {
                var file = open(client, household.worker(), themes);
                SeederIntake.write(client, themes, file);
                var goals = SeederPlan.write(file);
                SeederContacts.write(file, goals);
                SeederReferral.write(file, goals);
                SeederAssessment.write(file);
                SeederTasks.write(file);
                SeederIssue.write(file);
            } else {
                SeederIntake.write(client, themes, null);
            }
            client.rows().add(SeederTable.REACH, household.worker().id(), client.id(), opened ? "assigned" : "added", null);
        }
    }

    boolean open() {
        return closedOn == null;
    }

    /** The last day on which something may have happened in it. */
    LocalDate last() {
        return closedOn == null ? client.today().minusDays(1) : closedOn;
    }

    long days() {
        return last().toEpochDay() - openedOn.toEpochDay();
    }

    private static SeederCase open(SeederClient client, SeederAgency.Worker worker, List<SeederTheme> themes) {
        var dice = client.dice();
        var openedOn = client.after(client.came(), 0, 6);
        var days = client.today().toEpochDay() - openedOn.toEpochDay();
        var ended = days > 45 && dice.below(100) < Math.min(85, days * ENDING_IN_100_DAYS / 100);
        var closedOn = ended ? client.after(openedOn, 30, (int) days - 1) : null;
        var file = new SeederCase(client, client.id(dice.at(openedOn)), dice.early(client.agency().programmes()), worker, themes, openedOn, closedOn);
        var reason = ended ? dice.of(CloseReason.GOALS_MET, CloseReason.GOALS_MET, CloseReason.CLIENT_CHOICE,
                CloseReason.MOVED, CloseReason.OTHER_AGENCY, CloseReason.LOST_CONTACT) : null;
        client.rows().add(SeederTable.CASE_FILE, file.id, client.id(), file.programme.id(), worker.id(), ended ? Status.CLOSED : Status.OPEN, openedOn, closedOn, reason,
                reason == null ? null : achieved(reason, themes), null, 0);
        client.tell(dice.at(openedOn), StoryKind.CASE, Sentence.of("Case opened in {program}, with {worker}", file.programme.name(), worker.name()),
                Sentence.of("from {day} · by {name}", openedOn, worker.name()), null, worker.id());
        if (reason != null && closedOn != null) {
            client.tell(dice.at(closedOn), StoryKind.CASE, Sentence.of("Case closed: {reason}", reason),
                    Sentence.of("{achieved} · by {name}", achieved(reason, themes), worker.name()), null, worker.id());
        }
        return file;
    }

    private static String achieved(CloseReason reason, List<SeederTheme> themes) {
        var first = themes.getFirst();
        return switch (reason) {
            case GOALS_MET -> first.measure + ".";
            case LOST_CONTACT -> "Little, as far as we know. " + first.steps.getFirst() + " was done.";
            default -> first.steps.getFirst() + " was done; “" + first.goal + "” goes on elsewhere.";
        };
    }

    private static List<SeederTheme> themes(SeederClient client) {
        var themes = new ArrayList<SeederTheme>();
        int most = client.dice().between(1, 3);
        while (themes.size() < most) {
            var theme = client.dice().of(SeederTheme.values());
            if (!themes.contains(theme)) {
                themes.add(theme);
            }
        }
        return themes;
    }
}
