package org.casebridge.monitoring;

import java.time.Instant;
import java.util.UUID;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** What a supervisor said of a signed note; a question has an answer of its writer's, or waits for one. */
public record NoteReview(UUID id, Kind kind, String words, String byName, Instant at, @Nullable String answer, @Nullable String answeredByName, @Nullable Instant answeredAt) {

    public enum Kind implements Worded {
        COMMENT("Comment"), AFFIRMATION("Well done"), QUESTION("Question");

        private final String words;

        Kind(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public boolean waits() {
        return kind == Kind.QUESTION && answer == null;
    }
}
