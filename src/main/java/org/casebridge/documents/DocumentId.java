package org.casebridge.documents;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one document. */
public record DocumentId(UUID value) implements Id {

    static DocumentId next() {
        return new DocumentId(Id.fresh());
    }
}
