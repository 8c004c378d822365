package org.casebridge.careplans;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goal attainment scaling: one number for several goals, each on its own five levels from −2 to +2. */
public final class GoalScale {

    /** The mean correlation between scales that the authors assume. */
    private static final double RHO = 0.3;

    private GoalScale() {}

    /** One goal's weight (above 0) and the level that was reached. */
    public record Scaled(int weight, int level) {}

    /**
     * The T-score of Kiresuk and Sherman (1968, Community Mental Health Journal 4: 443-453): 50 + 10 Σwx / √((1 − ρ) Σw² + ρ (Σw)²), with ρ = 0.3. 50 is what was hoped for; about two of three
     * people lie between 40 and 60. Null without any goal.
     */
    public static @Nullable Double tScore(List<Scaled> goals) {
        if (goals.isEmpty()) {
            return null;
        }
        double reached = goals.stream().mapToDouble(it -> it.weight() * it.level()).sum();
        double squares = goals.stream().mapToDouble(it -> it.weight() * it.weight()).sum();
        double sum = goals.stream().mapToDouble(Scaled::weight).sum();
        return 50 + 10 * reached / Math.sqrt((1 - RHO) * squares + RHO * sum * sum);
    }
}
