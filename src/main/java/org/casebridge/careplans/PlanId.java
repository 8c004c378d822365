package org.casebridge.careplans;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one version of a client's plan. */
public record PlanId(UUID value) implements Id {

    public static PlanId next() {
        return new PlanId(Id.fresh());
    }
}
