package org.casebridge.planner;

import java.util.ArrayList;
import java.util.List;
import org.casebridge.planner.route.Stop;
import org.casebridge.planner.route.Timetable;
import org.casebridge.planner.route.WorkDay;
import org.jspecify.annotations.Nullable;

/** One way to put a stop in: at that place of that day, and what becomes of the day then. */
record Gap(WorkDay day, int at, Timetable table) {

    int extra() {
        return table.travel() - day.timetable().travel();
    }

    /** Whether nobody else is seen later for it. */
    boolean othersStay() {
        var before = day.timetable().entries();
        return before.stream().allMatch(old -> table.entries().stream().anyMatch(it -> it.stop() == old.stop() && it.start() == old.start()));
    }

    /** {@code othersStay}: only where nobody else is seen later for it. */
    static @Nullable Gap best(List<WorkDay> days, Stop stop, boolean othersStay) {
        Gap best = null;
        for (var day : days) {
            if (!stop.fits(day)) {
                continue;
            }
            for (int at = 0; at <= day.getStops().size(); at++) {
                var with = new ArrayList<>(day.getStops());
                with.add(at, stop);
                var one = new Gap(day, at, Timetable.of(day, with));
                if (othersStay && !one.othersStay()) {
                    continue;
                }
                if (best == null || one.table.missing() < best.table.missing() || one.table.missing() == best.table.missing() && one.extra() < best.extra()) {
                    best = one;
                }
            }
        }
        return best;
    }
}
