package org.casebridge.planner;

import java.util.List;
import org.casebridge.access.AccountId;
import org.casebridge.kernel.Sentence;

/** Somebody who could carry a case: what speaks for them, each with its points, or why they cannot ({@code against}). */
public record Fit(AccountId worker, String name, int percent, List<Reason> reasons, List<Sentence> against) {

    /** {@code most}: the points there are for it. */
    public record Reason(Sentence what, int points, int most) {}

    public int points() {
        return reasons.stream().mapToInt(Reason::points).sum();
    }

    public boolean possible() {
        return against.isEmpty();
    }
}
