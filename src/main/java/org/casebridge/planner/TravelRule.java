package org.casebridge.planner;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.casebridge.kernel.Refused;
import org.casebridge.planner.route.Spot;
import org.casebridge.planner.route.Travel;
import org.jspecify.annotations.Nullable;

/** How an agency reckons ways and pauses: speed, how much longer a way is than the straight line, the minutes for a way nobody knows, and where its people set out from (null: not counted). */
public record TravelRule(int kmPerHour, int detourPercent, int unknownMinutes, int pauseMinutes, LocalTime pauseFrom, LocalTime pauseUntil, @Nullable Double latitude, @Nullable Double longitude, int version) {

    /**
     * Where an agency set nothing. A way by road is 1.417 times the straight line in the United States (Boscoe, Henry and Zdeb, The Professional Geographer 64, 2012); speed in a town, minutes and pause
     * are our own.
     */
    public static final TravelRule USUAL = new TravelRule(40, 42, 20, 30, LocalTime.of(11, 30), LocalTime.of(14, 0), null, null, 0);

    Travel travel() {
        return new Travel(kmPerHour, detourPercent, unknownMinutes);
    }

    @Nullable Spot office() {
        return latitude == null || longitude == null ? null : Spot.at(latitude, longitude);
    }

    /** Refuses hours that hold no pause, and half a point on the map. */
    void needsSense() {
        if (ChronoUnit.MINUTES.between(pauseFrom, pauseUntil) < Math.max(pauseMinutes, 1)) {
            throw Refused.invalid("The break does not fit between these hours.").at("pauseUntil");
        }
        if ((latitude == null) != (longitude == null)) {
            throw Refused.invalid("A place has both a latitude and a longitude, or neither.").at(latitude == null ? "latitude" : "longitude");
        }
    }
}
