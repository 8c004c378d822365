package org.casebridge.planner.share;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.score.HardSoftScore;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cases of a team and who carries them. */
@PlanningSolution
public class Share {

    @ProblemFactCollectionProperty private List<Bearer> bearers = List.of();
    @PlanningEntityCollectionProperty private List<Carried> cases = List.of();
    @PlanningScore private @Nullable HardSoftScore score;

    /** For the solver's copies. */
    public Share() {}

    public Share(List<Bearer> bearers, List<Carried> cases) {
        this.bearers = bearers;
        this.cases = cases;
    }

    public List<Bearer> getBearers() { return bearers; }

    public List<Carried> getCases() { return cases; }

    public @Nullable HardSoftScore getScore() { return score; }

    public void setScore(@Nullable HardSoftScore score) { this.score = score; }

    public Map<Bearer, Long> points() {
        return cases.stream().filter(it -> it.getBearer() != null).collect(Collectors.groupingBy(Carried::getBearer, Collectors.summingLong(Carried::points)));
    }

    public double spread() {
        return spread(bearers, points());
    }

    /** How far loads lie apart: their standard deviation in percent of capacity, of those who can carry anything. */
    public static double spread(List<Bearer> bearers, Map<Bearer, Long> points) {
        var loads = bearers.stream().filter(it -> it.capacity() > 0).mapToDouble(it -> it.load(points.getOrDefault(it, 0L)) / 100.0).toArray();
        double mean = java.util.Arrays.stream(loads).average().orElse(0);
        return Math.sqrt(java.util.Arrays.stream(loads).map(it -> (it - mean) * (it - mean)).average().orElse(0));
    }
}
