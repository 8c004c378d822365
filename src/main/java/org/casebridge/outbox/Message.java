package org.casebridge.outbox;

import java.time.Instant;
import java.util.UUID;
import org.casebridge.clients.Channel;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** One message to a client: what it is about, by which way to whom, when it may leave, and what became of it. */
public record Message(UUID id, ClientId clientId, UUID about, Kind kind, Channel channel, String recipient, String subject, String words, Instant notBefore, Instant uselessAfter, Status status,
                      @Nullable String why, @Nullable Instant settledAt) {

    public enum Kind implements Worded {
        REMINDER("Reminder"), SERVICES("List of services");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String words() { return words; }
    }

    public enum Status implements Worded {
        WAITING("Waiting"), SENT("Sent"), TAKEN_BACK("Taken back"), NOT_SENT("Not sent");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        @Override
        public String words() { return words; }
    }

    /** What is written and until when it is of any use. */
    public record Said(UUID about, Kind kind, String subject, String words, Instant notBefore, Instant uselessAfter) {}
}
