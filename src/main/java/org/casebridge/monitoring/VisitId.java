package org.casebridge.monitoring;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one visit. */
public record VisitId(UUID value) implements Id {

    public static VisitId next() {
        return new VisitId(Id.fresh());
    }
}
