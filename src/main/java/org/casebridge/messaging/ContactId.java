package org.casebridge.messaging;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one contact. */
public record ContactId(UUID value) implements Id {

    public static ContactId next() {
        return new ContactId(Id.fresh());
    }
}
