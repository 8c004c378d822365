package org.casebridge.clients;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one person the agency supports. */
public record ClientId(UUID value) implements Id {

    public static ClientId next() {
        return new ClientId(Id.fresh());
    }
}
