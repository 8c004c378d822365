package org.casebridge.planner.route;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.PlanningListVariable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One worker's day and the visits on it in their order. {@code free} is the time they work and nothing else stands; {@code begin} where they set out from, null where that is not known and the
 * first way is not counted.
 */
@PlanningEntity
public class WorkDay {

    @PlanningId private String id = "";
    private int place;
    private String worker = "";
    private List<Stretch> free = List.of();
    private @Nullable Spot begin;
    private Travel travel = new Travel(40, 30, 20);
    private @Nullable Break pause;

    @PlanningListVariable(allowsUnassignedValues = true) private List<Stop> stops = new ArrayList<>();

    /** A pause of so many minutes that begins and ends within a stretch of the day. */
    public record Break(int minutes, Stretch within) {}

    /** For the solver's copies. */
    public WorkDay() {}

    public WorkDay(int place, String worker, List<Stretch> free, @Nullable Spot begin, Travel travel, @Nullable Break pause) {
        this.id = place + " " + worker;
        this.place = place;
        this.worker = worker;
        this.free = free;
        this.begin = begin;
        this.travel = travel;
        this.pause = pause;
    }

    public String getId() { return id; }

    public int place() { return place; }

    public String worker() { return worker; }

    public List<Stretch> free() { return free; }

    public @Nullable Spot begin() { return begin; }

    public Travel travel() { return travel; }

    public @Nullable Break pause() { return pause; }

    public List<Stop> getStops() { return stops; }

    public void setStops(List<Stop> stops) { this.stops = stops; }

    public Timetable timetable() {
        return Timetable.of(this, stops);
    }

    @Override
    public String toString() { return id; }
}
