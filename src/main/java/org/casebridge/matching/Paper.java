package org.casebridge.matching;

import java.time.LocalDate;
import java.util.List;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** A paper of a client's, or of somebody's of the household ({@code whose}; blank for the client): asked for, in hand, until when, and what it served for already, the newest first. */
public record Paper(PaperId id, PaperKind kind, String whose, @Nullable LocalDate requestedOn, @Nullable LocalDate receivedOn, @Nullable LocalDate issuedOn, @Nullable LocalDate expiresOn,
                    String words, int version, List<Use> uses) {

    /** What it served for, on which day. */
    public record Use(LocalDate usedOn, String what) {}

    public enum State implements Worded {
        REQUESTED("Asked for"), IN_HAND("In hand"), EXPIRED("Expired");

        private final String words;

        State(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public State state(LocalDate today) {
        return expiresOn != null && expiresOn.isBefore(today) ? State.EXPIRED : receivedOn != null ? State.IN_HAND : State.REQUESTED;
    }

    /** Expires within so many days. */
    public boolean endsWithin(LocalDate today, int days) {
        return state(today) == State.IN_HAND && expiresOn != null && !expiresOn.isAfter(today.plusDays(days));
    }
}
