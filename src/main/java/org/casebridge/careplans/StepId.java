package org.casebridge.careplans;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one step under a goal, the same through all versions of its plan. */
public record StepId(UUID value) implements Id {

    public static StepId next() {
        return new StepId(Id.fresh());
    }
}
