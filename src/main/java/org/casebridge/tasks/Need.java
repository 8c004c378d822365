package org.casebridge.tasks;

import java.time.LocalDate;
import java.time.LocalTime;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * One line of My day: who needs it (null for what is the worker's own), what, why it stands here, until when, and the button at its end:
 * its words and the path it opens. A need without a day is never late and comes last; an urgent one stands before others of its kind.
 */
public record Need(@Nullable ClientId client, @Nullable String name, Sentence what, Sentence why, Due due, boolean urgent, Sentence action, String path) {

    public Need(ClientId client, String name, Sentence what, Sentence why, @Nullable LocalDate due, Sentence action, String path) {
        this(client, name, what, why, new Due(due, null), false, action, path);
    }

    /** The same, due at a time of its day. */
    public Need at(@Nullable LocalTime time) {
        return new Need(client, name, what, why, new Due(due.on(), time), urgent, action, path);
    }
}
