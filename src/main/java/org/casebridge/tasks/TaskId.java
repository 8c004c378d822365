package org.casebridge.tasks;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one task. */
public record TaskId(UUID value) implements Id {

    public static TaskId next() {
        return new TaskId(Id.fresh());
    }
}
