package org.casebridge.consent;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one breach of unsecured information. */
public record BreachId(UUID value) implements Id {

    public static BreachId next() {
        return new BreachId(Id.fresh());
    }
}
