package org.casebridge.workload;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.casebridge.access.AccountId;
import org.jspecify.annotations.Nullable;

/** What a worker carries and what their week holds; {@code minutes} are those of a week that a point takes, null where the agency neither measured nor said them: then nothing is said in hours. */
public record WorkerLoad(AccountId worker, String name, Hours hours, @Nullable BigDecimal minutes, List<CaseWeight> cases) {

    public int points() {
        return cases.stream().mapToInt(CaseWeight::points).sum();
    }

    /** Hours a week that the cases take. */
    public @Nullable BigDecimal takes() {
        return minutes == null ? null : minutes.multiply(BigDecimal.valueOf(points())).divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP);
    }

    /** Points that the week's hours for cases hold. */
    public @Nullable Integer room() {
        return minutes == null ? null : hours.forCases().multiply(BigDecimal.valueOf(60)).divide(minutes, 0, RoundingMode.DOWN).intValue();
    }

    /** Of the hours for cases, without what is behind the point: nobody is told to carry too much for less than a whole percent. */
    public @Nullable Integer percent() {
        return minutes == null ? null : minutes.multiply(BigDecimal.valueOf(100L * points())).divide(hours.forCases().multiply(BigDecimal.valueOf(60)), 0, RoundingMode.DOWN).intValue();
    }

    public Band band() {
        return Band.of(percent());
    }
}
