package org.casebridge.demo;

import java.time.LocalTime;
import java.time.ZoneOffset;
import org.casebridge.caseload.StoryKind;
import org.casebridge.kernel.Sentence;
import org.casebridge.tasks.Task;

/** Tasks of a case, done in the past and open around today, and the next appointment. */
final class SeederTasks {

    private SeederTasks() {}

    static void write(SeederCase file) {
        var client = file.client();
        var dice = client.dice();
        for (int i = dice.below(3); i > 0 && file.days() > 14; i--) {
            done(file);
        }
        if (!file.open()) {
            return;
        }
        if (dice.percent(35)) {
            open(file);
        }
        if (dice.percent(20)) {
            var soon = client.today().plusDays(dice.percent(15) ? 0 : dice.between(1, 28));
            var starts = soon.atTime(LocalTime.of(dice.between(13, 20), dice.of(0, 15, 30, 45))).toInstant(ZoneOffset.UTC);
            client.rows().add(SeederTable.APPOINTMENT, client.id(starts), client.id(), file.worker().id(), dice.of("Home visit", "Review of the plan", "Benefits office, together", "First talk with the counselor"),
                    starts, dice.of(30, 45, 60), client.name(), dice.of("At home", "Our office", "County building, room 3", ""), 0);
        }
    }

    private static void done(SeederCase file) {
        var client = file.client();
        var dice = client.dice();
        var set = client.after(file.openedOn(), 0, (int) file.days() - 10);
        var settled = client.after(set, 1, 9);
        var title = dice.of(file.themes()).steps.getFirst();
        client.rows().add(SeederTable.TASK, client.id(dice.at(set)), client.id(), file.worker().id(), title, "", set.plusDays(7), null, Task.Priority.NORMAL, Task.Status.DONE, null,
                dice.at(settled), file.worker().id(), null, dice.at(set), file.worker().id(), 1);
        client.tell(dice.at(settled), StoryKind.TASK, Sentence.of("Task done: {title}", Sentence.of("{title}", title)), Sentence.of("by {name}", file.worker().name()),
                client.path("/tasks"), file.worker().id());
    }

    private static void open(SeederCase file) {
        var client = file.client();
        var dice = client.dice();
        var set = client.after(client.today().minusDays(Math.min(14, file.days() + 1)), 0, 10);
        var due = client.today().plusDays(dice.between(-4, 21));
        client.rows().add(SeederTable.TASK, client.id(dice.at(set)), client.id(), file.worker().id(), dice.of("Call back about ", "Write the letter for ", "Collect the papers for ", "Follow up on ")
                + dice.of(file.themes()).service.toLowerCase(java.util.Locale.ROOT), "", due.isBefore(set) ? set : due, dice.percent(20) ? LocalTime.of(dice.between(9, 16), 0) : null,
                dice.percent(10) ? Task.Priority.URGENT : Task.Priority.NORMAL, Task.Status.OPEN, null, null, null, null, dice.at(set), file.worker().id(), 0);
    }
}
