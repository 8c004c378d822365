package org.casebridge.planner.route;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import java.util.function.Function;

/**
 * What makes an order good: nothing is too late (hard), nobody is left out, by rank (medium); then the ways are short, little time passes with nothing, what must be early is, and visits stay on their day and with their worker (soft,
 * in twentieths of a minute of travel).
 */
public class RouteRules implements ConstraintProvider {

    private static final int MINUTE = 20;
    private static final int IDLE = MINUTE / 4;
    private static final int ANOTHER_DAY = 30 * MINUTE;
    private static final int ANOTHER_WORKER = 45 * MINUTE;

    /** One and the same, so that a day is reckoned once for all rules. */
    private static final Function<WorkDay, Timetable> TIMETABLE = WorkDay::timetable;

    @Override
    public Constraint[] defineConstraints(ConstraintFactory rules) {
        return new Constraint[] {
            rules.forEach(WorkDay.class).expand(TIMETABLE).filter((_, it) -> it.missing() > 0)
                    .penalize(HardMediumSoftScore.ONE_HARD, (_, it) -> it.missing()).asConstraint("in time"),
            rules.forEachIncludingUnassigned(Stop.class).filter(it -> it.getDay() == null)
                    .penalize(HardMediumSoftScore.ONE_MEDIUM, it -> it.rank().weight()).asConstraint("nobody left out"),
            rules.forEach(WorkDay.class).expand(TIMETABLE)
                    .penalize(HardMediumSoftScore.ONE_SOFT, (_, it) -> (long) MINUTE * it.travel()).asConstraint("short ways"),
            rules.forEach(WorkDay.class).expand(TIMETABLE)
                    .penalize(HardMediumSoftScore.ONE_SOFT, (_, it) -> (long) IDLE * it.idle()).asConstraint("little waiting"),
            rules.forEach(WorkDay.class).expand(TIMETABLE)
                    .penalize(HardMediumSoftScore.ONE_SOFT, (_, it) -> it.entries().stream().mapToLong(one -> (long) one.stop().rank().early() * one.start()).sum()).asConstraint("what must be is early"),
            rules.forEach(WorkDay.class)
                    .penalize(HardMediumSoftScore.ONE_SOFT, day -> day.getStops().stream().mapToLong(it -> (long) ANOTHER_DAY * Math.abs(it.plannedDay() - day.place())
                            + (it.usual().equals(day.worker()) ? 0 : ANOTHER_WORKER)).sum()).asConstraint("its day and worker"),
        };
    }
}
