package org.casebridge.careplans;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one goal, the same through all versions of its plan. */
public record GoalId(UUID value) implements Id {

    public static GoalId next() {
        return new GoalId(Id.fresh());
    }
}
