package org.casebridge.careplans;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one thing that stands in a goal's way. */
public record BarrierId(UUID value) implements Id {

    public static BarrierId next() {
        return new BarrierId(Id.fresh());
    }
}
