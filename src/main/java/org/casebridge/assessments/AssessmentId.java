package org.casebridge.assessments;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one assessment. */
public record AssessmentId(UUID value) implements Id {

    public static AssessmentId next() {
        return new AssessmentId(Id.fresh());
    }
}
