package org.casebridge.tasks;

import java.time.LocalDate;
import java.time.LocalTime;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * One line of My day: who needs it (null for what is the worker's own), what, why it stands here, until when, and the button at its end:
 * its words and the path it opens. {@code ground} is what gives it weight, {@code instead} names the colleague for whom the reader stands in.
 * A need without a day is never late.
 */
public record Need(@Nullable ClientId client, @Nullable String name, Sentence what, Sentence why, Due due, boolean urgent, Sentence action, String path, Ground ground, @Nullable String instead) {

    /** What a task says of itself: its title. */
    static final String TASK = "{title}";

    public Need(@Nullable ClientId client, @Nullable String name, Sentence what, Sentence why, Due due, boolean urgent, Sentence action, String path) {
        this(client, name, what, why, due, urgent, action, path, Ground.RHYTHM, null);
    }

    public Need(ClientId client, String name, Sentence what, Sentence why, @Nullable LocalDate due, Sentence action, String path) {
        this(client, name, what, why, new Due(due, null), false, action, path);
    }

    /** The same, due at a time of its day. */
    public Need at(@Nullable LocalTime time) {
        return new Need(client, name, what, why, new Due(due.on(), time), urgent, action, path, ground, instead);
    }

    /** The same, with what gives it weight; a rhythm where nobody says otherwise. */
    public Need by(Ground ground) {
        return new Need(client, name, what, why, due, urgent, action, path, ground, instead);
    }

    /** The same, on the day of whoever stands in for that colleague. */
    Need insteadOf(String colleague) {
        return new Need(client, name, what, why, due, urgent, action, path, ground, colleague);
    }

    /** The rule that says it, by the English of what it says. */
    public String rule() {
        return what.english();
    }

    /** Safety is never kept off a day; a task is given another day on its own page. */
    public boolean canBeKeptOff() {
        return ground != Ground.SAFETY && !rule().equals(TASK);
    }
}
