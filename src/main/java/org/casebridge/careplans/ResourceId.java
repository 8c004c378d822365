package org.casebridge.careplans;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one thing a goal needs, the same through all versions of its plan. */
public record ResourceId(UUID value) implements Id {

    public static ResourceId next() {
        return new ResourceId(Id.fresh());
    }
}
