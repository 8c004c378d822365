package org.casebridge.access;

import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** What was asked for needs a factor shown within the last five minutes; {@code accounts} turns this into the page that asks again. */
public final class StepUpNeeded extends RuntimeException {

    private final @Nullable Sentence problem;

    StepUpNeeded(@Nullable Sentence problem) {
        super("a factor must be shown again", null, false, false);
        this.problem = problem;
    }

    /** Why the answer just given was not enough, or null when none was given. */
    public @Nullable Sentence problem() { return problem; }
}
