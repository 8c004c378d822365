package org.casebridge.planner.route;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.InverseRelationShadowVariable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One visit to be put into a day. {@code windows} are, by the day's place, when the client can be visited; {@code fixed} is the minute of its day at which it stays. {@code workers} are those who may
 * go; {@code usual} goes so far.
 */
@PlanningEntity
public class Stop {

    @PlanningId private String id = "";
    private int minutes;
    private Spot spot = Spot.UNKNOWN;
    private Rank rank = Rank.PLANNED;
    private int plannedDay;
    private @Nullable Integer fixed;
    private List<List<Stretch>> windows = List.of();
    private Set<String> workers = Set.of();
    private String usual = "";

    @InverseRelationShadowVariable(sourceVariableName = "stops") private @Nullable WorkDay day;

    /** For the solver's copies. */
    public Stop() {}

    public Stop(String id, int minutes, Spot spot, Rank rank, int plannedDay, @Nullable Integer fixed, List<List<Stretch>> windows, Set<String> workers, String usual) {
        this.id = id;
        this.minutes = minutes;
        this.spot = spot;
        this.rank = rank;
        this.plannedDay = plannedDay;
        this.fixed = fixed;
        this.windows = windows;
        this.workers = workers;
        this.usual = usual;
    }

    public String getId() { return id; }

    public int minutes() { return minutes; }

    public Spot spot() { return spot; }

    public Rank rank() { return rank; }

    public int plannedDay() { return plannedDay; }

    public @Nullable Integer fixed() { return fixed; }

    public List<Stretch> windows(int day) { return windows.get(day); }

    /** The minutes of all days in which it could be. */
    int leeway() {
        return fixed != null ? 0 : windows.stream().flatMap(List::stream).mapToInt(Stretch::minutes).sum();
    }

    public String usual() { return usual; }

    /** A fixed one has one day; a colleague goes only where they may. */
    public boolean fits(WorkDay day) {
        return workers.contains(day.worker()) && (fixed == null || plannedDay == day.place());
    }

    public @Nullable WorkDay getDay() { return day; }

    public void setDay(@Nullable WorkDay day) { this.day = day; }

    @Override
    public String toString() { return id; }
}
