package org.casebridge.caseload;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one case file. */
public record CaseId(UUID value) implements Id {

    public static CaseId next() {
        return new CaseId(Id.fresh());
    }
}
