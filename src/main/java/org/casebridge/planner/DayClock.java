package org.casebridge.planner;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.casebridge.planner.route.Stretch;
import org.jspecify.annotations.Nullable;

/** Minutes of one day as they pass on the agency's clock: what lies behind a change of the clocks is right too. */
record DayClock(LocalDate day, ZoneId zone) {

    Instant begins() {
        return day.atStartOfDay(zone).toInstant();
    }

    int minute(Instant at) {
        return (int) Duration.between(begins(), at).toMinutes();
    }

    int minute(LocalTime time) {
        return minute(day.atTime(time).atZone(zone).toInstant());
    }

    int whole() {
        return minute(day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    Instant at(int minute) {
        return begins().plus(Duration.ofMinutes(minute));
    }

    boolean holds(Instant at) {
        return !at.isBefore(begins()) && at.isBefore(at(whole()));
    }

    /** The hours of the day between two times, over midnight when they end before they begin; without them the whole day. */
    List<Stretch> between(@Nullable LocalTime from, @Nullable LocalTime until) {
        if (from == null || until == null) {
            return List.of(new Stretch(0, whole()));
        }
        return from.isBefore(until) ? List.of(new Stretch(minute(from), minute(until))) : List.of(new Stretch(0, minute(until)), new Stretch(minute(from), whole()));
    }

    /** What is left of these stretches without that one. */
    static List<Stretch> without(List<Stretch> all, int from, int until) {
        var left = new ArrayList<Stretch>();
        for (var it : all) {
            if (until <= it.from() || from >= it.until()) {
                left.add(it);
                continue;
            }
            if (from > it.from()) {
                left.add(new Stretch(it.from(), from));
            }
            if (until < it.until()) {
                left.add(new Stretch(until, it.until()));
            }
        }
        return left;
    }
}
