package org.casebridge.tasks;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one appointment. */
public record AppointmentId(UUID value) implements Id {

    public static AppointmentId next() {
        return new AppointmentId(Id.fresh());
    }
}
