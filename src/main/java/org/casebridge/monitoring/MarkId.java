package org.casebridge.monitoring;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one alert or flag. */
public record MarkId(UUID value) implements Id {

    public static MarkId next() {
        return new MarkId(Id.fresh());
    }
}
