package org.casebridge.assessments;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one version of a safety plan. */
public record SafetyPlanId(UUID value) implements Id {
    public static SafetyPlanId next() {
        return new SafetyPlanId(Id.fresh());
    }
}
