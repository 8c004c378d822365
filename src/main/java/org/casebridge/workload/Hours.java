package org.casebridge.workload;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The hours of a worker's week, those for other work than cases, and where their ways begin; version 0 is a usual week. */
public record Hours(UUID worker, int version, BigDecimal week, BigDecimal besides, @Nullable Double latitude, @Nullable Double longitude) {

    static Hours usual(UUID worker) {
        return new Hours(worker, 0, WeightFormula.WEEK, BigDecimal.ZERO, null, null);
    }

    public BigDecimal forCases() {
        return week.subtract(besides);
    }
}
