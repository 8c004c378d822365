package org.casebridge.tasks;

import java.time.Instant;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/**
 * Something that takes a time of a worker's day: what it is, with whom (a client or nobody), where, the page that tells more (null for a time of which nothing else is known), and the form
 * that moves it (null when it is not moved here).
 */
public record CalendarEntry(String key, Kind kind, Sentence what, @Nullable ClientId clientId, @Nullable String client, String place, Instant startsAt, Instant endsAt, @Nullable String path,
                            @Nullable String move) {

    public enum Kind implements Worded {
        APPOINTMENT("Appointment"), VISIT("Visit"), BUSY("Busy");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String words() { return words; }
    }

    public boolean meets(Instant from, Instant until) {
        return startsAt.isBefore(until) && from.isBefore(endsAt);
    }
}
