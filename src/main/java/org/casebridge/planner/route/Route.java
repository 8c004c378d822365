package org.casebridge.planner.route;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days and the visits to be put on them, with how good that is: minutes that are missing, visits that are left out, and ways. */
@PlanningSolution
public class Route {

    @PlanningEntityCollectionProperty private List<WorkDay> days = List.of();
    @PlanningEntityCollectionProperty @ValueRangeProvider private List<Stop> stops = List.of();
    @PlanningScore private @Nullable HardMediumSoftScore score;

    /** For the solver's copies. */
    public Route() {}

    public Route(List<WorkDay> days, List<Stop> stops) {
        this.days = days;
        this.stops = stops;
    }

    public List<WorkDay> getDays() { return days; }

    public List<Stop> getStops() { return stops; }

    public @Nullable HardMediumSoftScore getScore() { return score; }

    public void setScore(@Nullable HardMediumSoftScore score) { this.score = score; }
}
