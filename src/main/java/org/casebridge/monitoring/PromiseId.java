package org.casebridge.monitoring;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one promise. */
public record PromiseId(UUID value) implements Id {

    public static PromiseId next() {
        return new PromiseId(Id.fresh());
    }
}
