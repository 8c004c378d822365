package org.casebridge.clients;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one person's support of a client. */
public record SupportId(UUID value) implements Id {

    public static SupportId next() {
        return new SupportId(Id.fresh());
    }
}
