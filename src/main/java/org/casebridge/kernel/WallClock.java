package org.casebridge.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The clock on an agency's wall. */
public final class WallClock {

    private WallClock() {}

    /** When it shows this. Refuses a time it skips in spring; of an hour it shows twice in autumn, the first is meant. */
    public static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        if (zone.getRules().getValidOffsets(day.atTime(time)).isEmpty()) {
            throw Refused.invalid("The clocks go forward on {day}: there is no {time} that day.", day, time).at("at");
        }
        return day.atTime(time).atZone(zone).toInstant();
    }
}
