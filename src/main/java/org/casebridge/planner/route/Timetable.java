package org.casebridge.planner.route;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Visits of one day in an order, each as early as it can be: the way to it and the visit itself lie in one stretch of free time, the visit in an hour at which the client can be visited. {@code pauseAt}
 * is the minute of the pause, null without one; {@code missing} are the minutes by which it cannot be so.
 */
public record Timetable(List<Entry> entries, @Nullable Integer pauseAt, int missing) {

    /** What a visit runs against. */
    public enum Wall { WORKER, DAY_ENDS, NEXT_BLOCK, CLIENT, NO_WORK, FIXED, PAUSE }

    /** {@code missing}: minutes that it lacks against {@code wall}; 0 and null when it fits. {@code travel} is the way to it, {@code idle} the minutes that pass before it with nothing. */
    public record Entry(Stop stop, int start, int travel, int idle, int missing, @Nullable Wall wall) {

        public int end() { return start + stop.minutes(); }
    }

    /** The best of all places for the pause. */
    public static Timetable of(WorkDay day, List<Stop> stops) {
        var plain = run(day, stops, -1);
        var pause = day.pause();
        if (pause == null || stops.isEmpty()) {
            return plain;
        }
        var rest = rest(day, plain, pause);
        if (rest != null) {
            return new Timetable(plain.entries, rest, plain.missing);
        }
        Timetable best = null;
        for (int before = 0; before <= stops.size(); before++) {
            if (!near(plain, before, pause) && !(best == null && before == stops.size())) {
                continue;
            }
            var one = run(day, stops, before);
            if (best == null || one.missing < best.missing || one.missing == best.missing && one.end() < best.end()) {
                best = one;
            }
        }
        return java.util.Objects.requireNonNull(best);
    }

    public int travel() {
        return entries.stream().mapToInt(Entry::travel).sum();
    }

    public int idle() {
        return entries.stream().mapToInt(Entry::idle).sum();
    }

    private int end() {
        return entries.isEmpty() ? 0 : entries.getLast().end();
    }

    /** Whether a pause before that visit is neither too late already nor needlessly early: what stands before it is the same with the pause as without. */
    private static boolean near(Timetable plain, int before, WorkDay.Break pause) {
        int ended = before == 0 ? 0 : plain.entries.get(before - 1).end();
        return ended + pause.minutes() <= pause.within().until() && (before == plain.entries.size() || plain.entries.get(before).end() > pause.within().from());
    }

    /** When free time for the pause is left anyway, between the visits or after them; null when none is. */
    private static @Nullable Integer rest(WorkDay day, Timetable plain, WorkDay.Break pause) {
        int cursor = pause.within().from();
        for (var entry : plain.entries) {
            if (entry.missing == 0 && entry.end() > cursor) {
                var rest = pauseFrom(day, pause, cursor, Math.min(entry.start - entry.travel, pause.within().until()));
                if (rest != null) {
                    return rest;
                }
                cursor = entry.end();
            }
        }
        return pauseFrom(day, pause, cursor, pause.within().until());
    }

    /** When the pause can begin in free time between two minutes; null when it cannot. */
    private static @Nullable Integer pauseFrom(WorkDay day, WorkDay.Break pause, int from, int until) {
        for (var it : day.free()) {
            int start = Math.max(Math.max(from, pause.within().from()), it.from());
            if (start + pause.minutes() <= Math.min(Math.min(until, pause.within().until()), it.until())) {
                return start;
            }
        }
        return null;
    }

    private static Timetable run(WorkDay day, List<Stop> stops, int pauseBefore) {
        var entries = new ArrayList<Entry>(stops.size());
        int cursor = 0;
        int missing = 0;
        Integer pauseAt = null;
        var at = day.begin();
        for (int i = 0; i <= stops.size(); i++) {
            if (i == pauseBefore && day.pause() != null) {
                pauseAt = pauseFrom(day, day.pause(), cursor, day.pause().within().until());
                if (pauseAt == null) {
                    missing += day.pause().minutes();
                } else {
                    cursor = pauseAt + day.pause().minutes();
                }
            }
            if (i == stops.size()) {
                break;
            }
            var stop = stops.get(i);
            int travel = at == null ? 0 : day.travel().minutes(at, stop.spot());
            var entry = entry(day, stop, cursor, travel);
            entries.add(entry);
            missing += entry.missing;
            if (entry.missing == 0) {
                cursor = entry.end();
                at = stop.spot().known() == Spot.Known.ANYWHERE ? at : stop.spot();
            }
        }
        return new Timetable(List.copyOf(entries), pauseAt, missing);
    }

    private static Entry entry(WorkDay day, Stop stop, int cursor, int travel) {
        if (!stop.fits(day)) {
            return new Entry(stop, cursor, travel, 0, 1440, Wall.WORKER);
        }
        var fixed = stop.fixed();
        if (fixed != null) {
            int late = cursor + travel - fixed;
            return new Entry(stop, fixed, travel, idle(day, cursor, fixed - travel), Math.max(0, late), late > 0 ? Wall.FIXED : null);
        }
        int best = Integer.MAX_VALUE;
        int least = stop.minutes();
        var wall = day.free().isEmpty() ? Wall.NO_WORK : meet(day, stop) ? Wall.DAY_ENDS : Wall.CLIENT;
        for (var free : day.free()) {
            for (var window : stop.windows(day.place())) {
                int start = Math.max(Math.max(cursor, free.from()) + travel, window.from());
                int over = start + stop.minutes() - Math.min(free.until(), window.until());
                if (over <= 0) {
                    best = Math.min(best, start);
                } else if (over < least) {
                    least = over;
                    wall = window.until() < free.until() ? Wall.CLIENT : free == day.free().getLast() ? Wall.DAY_ENDS : Wall.NEXT_BLOCK;
                }
            }
        }
        if (best < Integer.MAX_VALUE) {
            return new Entry(stop, best, travel, idle(day, cursor, best - travel), 0, null);
        }
        return new Entry(stop, cursor + travel, travel, 0, Math.max(1, least), wall);
    }

    /** Whether the client can be visited at any time at which the worker could. */
    private static boolean meet(WorkDay day, Stop stop) {
        return day.free().stream().anyMatch(free -> stop.windows(day.place()).stream()
                .anyMatch(it -> Math.min(free.until(), it.until()) - Math.max(free.from(), it.from()) >= stop.minutes()));
    }

    /** Free minutes between two. */
    private static int idle(WorkDay day, int from, int until) {
        int idle = 0;
        for (var it : day.free()) {
            idle += Math.max(0, Math.min(until, it.until()) - Math.max(from, it.from()));
        }
        return idle;
    }
}
