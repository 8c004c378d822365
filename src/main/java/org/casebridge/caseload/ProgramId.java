package org.casebridge.caseload;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one of the agency's own programmes. */
public record ProgramId(UUID value) implements Id {

    public static ProgramId next() {
        return new ProgramId(Id.fresh());
    }
}
