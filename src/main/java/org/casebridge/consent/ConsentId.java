package org.casebridge.consent;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one consent. */
public record ConsentId(UUID value) implements Id {

    public static ConsentId next() {
        return new ConsentId(Id.fresh());
    }
}
