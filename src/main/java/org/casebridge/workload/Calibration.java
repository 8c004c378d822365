package org.casebridge.workload;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How long a point takes, as the minutes logged with contacts tell it: so many contacts with so many minutes in so many weeks, while so many points are carried. */
public record Calibration(int weeks, int contacts, long minutes, long points) {

    /** Fewer contacts with minutes tell nothing of an agency. Our own. */
    static final int FEWEST = 20;

    /** Minutes of a week for a point; null when too little was logged to say. */
    @Nullable BigDecimal perPoint() {
        if (contacts < FEWEST || points == 0) {
            return null;
        }
        var it = BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(points).multiply(BigDecimal.valueOf(weeks)), 1, RoundingMode.HALF_UP);
        return it.signum() == 0 || it.compareTo(BigDecimal.valueOf(600)) > 0 ? null : it;
    }
}
