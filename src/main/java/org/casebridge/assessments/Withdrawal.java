package org.casebridge.assessments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That a form of the agency is not begun any more: why, who decided it and when; {@code endedAt} and {@code endedBy} when it was offered again. */
public record Withdrawal(String reason, String byName, Instant at, @Nullable String endedBy, @Nullable Instant endedAt) {

    public boolean holds() {
        return endedAt == null;
    }
}
