package org.casebridge.workforce;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one licence or certification of a worker. */
public record CredentialId(UUID value) implements Id {

    public static CredentialId next() {
        return new CredentialId(Id.fresh());
    }
}
