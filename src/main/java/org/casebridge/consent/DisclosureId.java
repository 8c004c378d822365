package org.casebridge.consent;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one leaving of information. */
public record DisclosureId(UUID value) implements Id {

    public static DisclosureId next() {
        return new DisclosureId(Id.fresh());
    }
}
