package org.casebridge.intake;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one request for help. */
public record IntakeId(UUID value) implements Id {

    public static IntakeId next() {
        return new IntakeId(Id.fresh());
    }
}
