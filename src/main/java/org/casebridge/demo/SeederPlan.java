package org.casebridge.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.casebridge.careplans.Achievement;
import org.casebridge.careplans.Agreement;
import org.casebridge.careplans.CarePlan;
import org.casebridge.careplans.Goal;
import org.casebridge.careplans.Lifecycle;
import org.casebridge.caseload.StoryKind;
import org.casebridge.kernel.Sentence;

/** The plan of a case: agreed within a month in nine of ten cases, a goal for each theme, steps of which the earlier are done, progress as it was seen. */
final class SeederPlan {

    private static final int REVIEW_DAYS = 90;

    private SeederPlan() {}

    /** Returns the goals, one for each theme in its order; none where no plan was agreed. */
    static List<UUID> write(SeederCase file) {
        var client = file.client();
        var dice = client.dice();
        if (file.days() < 10 || dice.percent(10)) {
            return List.of();
        }
        var on = client.after(file.openedOn(), 5, (int) Math.min(28, file.days()));
        var ended = file.closedOn();
        var at = dice.at(on);
        var plan = client.id(at);
        var how = dice.of(Agreement.How.IN_PERSON, Agreement.How.IN_PERSON, Agreement.How.PHONE, Agreement.How.WRITING);
        var copy = dice.of(Agreement.Copy.PRINT, Agreement.Copy.PRINT, Agreement.Copy.EMAIL, Agreement.Copy.READ_ALOUD);
        var series = client.id(at);
        var old = file.last().toEpochDay() - on.toEpochDay();
        var reviewed = old > REVIEW_DAYS && dice.percent(90) ? client.after(file.last().minusDays(dice.between(5, REVIEW_DAYS)), 0, 0) : null;
        client.rows().add(SeederTable.PLAN, plan, client.id(), series, 1, ended == null ? CarePlan.Status.ACTIVE : CarePlan.Status.COMPLETED,
                dice.of("Keeps appointments; a good cook; close to a sister.", "Knows what is needed and says it.", "Strong faith, many friends at church.", "Has managed with very little for years."),
                REVIEW_DAYS, null, null, on, how, "", copy, reviewed, ended, ended == null ? null : "The case was closed", 1);
        client.tell(at, StoryKind.PLAN, Sentence.of("Plan agreed, version {number}", 1),
                Sentence.of("agreed with {client} on {day}, {how} · copy: {copy}", client.name(), on, how, copy), client.path("/plan/versions/" + plan), file.worker().id());
        var goals = new ArrayList<UUID>();
        for (var theme : file.themes()) {
            goals.add(goal(file, theme, plan, series, on, goals.size() + 1));
        }
        return goals;
    }

    private static UUID goal(SeederCase file, SeederTheme theme, UUID plan, UUID series, LocalDate on, int place) {
        var client = file.client();
        var dice = client.dice();
        var goal = client.id(dice.at(on));
        var reached = file.closedOn() != null && dice.percent(60);
        client.rows().add(SeederTable.GOAL, goal, client.id(), series, file.open() ? Lifecycle.ACTIVE : reached ? Lifecycle.COMPLETED : Lifecycle.CANCELLED,
                file.open() ? on : file.closedOn(), file.open() || reached ? null : "The case was closed");
        client.rows().add(SeederTable.GOAL_TEXT, plan, goal, client.id(), theme.goal, theme.need, theme.measure, on.plusDays(dice.between(60, 240)),
                place == 1 ? Goal.Priority.HIGH : Goal.Priority.MEDIUM, "", place);
        steps(file, theme, plan, goal, on);
        if (file.last().isAfter(on.plusDays(20))) {
            var seen = client.after(on, 20, (int) (file.last().toEpochDay() - on.toEpochDay()));
            var achievement = reached ? Achievement.ACHIEVED : dice.of(Achievement.IN_PROGRESS, Achievement.IMPROVING, Achievement.IMPROVING, Achievement.NO_CHANGE, Achievement.WORSENING);
            client.rows().add(SeederTable.PROGRESS, client.id(dice.at(seen)), client.id(), goal, seen, achievement, "", file.worker().id(), null);
            client.tell(dice.at(seen), StoryKind.PLAN, Sentence.of("{goal}: {achievement}", theme.goal, achievement),
                    Sentence.of("by {name}", file.worker().name()), client.path("/plan/goals/" + goal), file.worker().id());
        }
        return goal;
    }

    private static void steps(SeederCase file, SeederTheme theme, UUID plan, UUID goal, LocalDate on) {
        var client = file.client();
        var dice = client.dice();
        var due = on;
        var going = true;
        int place = 0;
        for (var what : theme.steps) {
            due = due.plusDays(dice.between(7, 45));
            var step = client.id(dice.at(on));
            var ours = dice.percent(50);
            client.rows().add(SeederTable.STEP, plan, step, goal, client.id(), what, ours ? Goal.Party.STAFF : Goal.Party.CLIENT, ours ? file.worker().name() : "",
                    ours ? file.worker().id() : null, "", due, place++);
            going = going && due.isBefore(file.last()) && dice.percent(85);
            if (going) {
                var done = due.minusDays(dice.between(0, 5));
                client.rows().add(SeederTable.STEP_RESULT, step, client.id(), true, done, "", file.worker().id());
                client.tell(dice.at(done), StoryKind.PLAN, Sentence.of("Step done: {step}", what), Sentence.of("{words} · by {name}", theme.goal, file.worker().name()),
                        client.path("/plan/goals/" + goal), file.worker().id());
            }
        }
    }
}
