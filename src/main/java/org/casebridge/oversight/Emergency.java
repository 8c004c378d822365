package org.casebridge.oversight;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** A record that somebody opened without working with the person. What it says of Part 2 rows is the record that 42 CFR 2.51(c) asks for. */
public record Emergency(UUID id, UUID subject, String client, String worker, Reason reason, String words, Instant openedAt, Instant endsAt, @Nullable Instant endedAt,
                        boolean part2, String personnel, String affiliation, String nature) {

    /** The longest time, as in DHIS2's tracker. */
    public static final int MOST_HOURS = 3;
    /** The privacy officer answers within so long. */
    public static final Duration REVIEW = Duration.ofHours(72);

    /** Why it cannot wait. */
    public enum Reason implements Worded {
        LIFE_AT_RISK("Somebody’s life is at risk"), MEDICAL("A medical emergency"), CHILD_AT_RISK("A child is at risk"), ADULT_AT_RISK("An adult who cannot protect themselves is at risk"),
        COVERING("Nobody who works with the person can be reached, and it cannot wait");

        private final String words;

        Reason(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** When the answer to its alert is due. */
    public Instant due() {
        return openedAt.plus(REVIEW);
    }

    /** When it ended, or will at the latest. */
    public Instant over() {
        return endedAt == null ? endsAt : endedAt;
    }
}
