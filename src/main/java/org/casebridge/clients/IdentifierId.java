package org.casebridge.clients;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of a number that somebody is known by. */
public record IdentifierId(UUID value) implements Id {

    static IdentifierId next() {
        return new IdentifierId(Id.fresh());
    }
}
