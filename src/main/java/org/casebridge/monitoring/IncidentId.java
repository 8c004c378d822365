package org.casebridge.monitoring;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one incident. */
public record IncidentId(UUID value) implements Id {

    public static IncidentId next() {
        return new IncidentId(Id.fresh());
    }
}
