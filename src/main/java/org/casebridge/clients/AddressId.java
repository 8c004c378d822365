package org.casebridge.clients;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of an address of somebody. */
public record AddressId(UUID value) implements Id {

    static AddressId next() {
        return new AddressId(Id.fresh());
    }
}
