package org.casebridge.caseload;

import java.time.Instant;
import java.util.UUID;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** One thing that happened: what, why or how, where to read more (a path of ours), and whether it was entered in error. */
public record StoryLine(UUID id, Instant at, StoryKind kind, Sentence what, @Nullable Sentence why, @Nullable String path, boolean struck) {

    /** What happened, without the words that were written about it. */
    public Sentence head() {
        return worded() ? (Sentence) what.values().getFirst() : what;
    }

    /** The words that were written about it, when there are any. */
    public String words() {
        return worded() ? what.values().getLast().toString() : "";
    }

    /** Whether a colon stands before the words. */
    public boolean colon() {
        return worded() && what.english().contains(":");
    }

    private boolean worded() {
        return what.english().matches("\\{\\w+}:? \\{words}") && what.values().size() == 2 && what.values().getFirst() instanceof Sentence;
    }
}
