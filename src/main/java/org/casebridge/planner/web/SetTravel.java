package org.casebridge.planner.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import org.casebridge.planner.TravelRule;
import org.jspecify.annotations.Nullable;

/** Other values for ways and pauses, decided on that version. */
record SetTravel(@NotNull(message = "3 to 120 km an hour.") @Min(value = 3, message = "3 to 120 km an hour.") @Max(value = 120, message = "3 to 120 km an hour.") Integer kmPerHour,
                 @NotNull(message = "0 to 200 percent.") @Min(value = 0, message = "0 to 200 percent.") @Max(value = 200, message = "0 to 200 percent.") Integer detourPercent,
                 @NotNull(message = "0 to 180 minutes.") @Min(value = 0, message = "0 to 180 minutes.") @Max(value = 180, message = "0 to 180 minutes.") Integer unknownMinutes,
                 @NotNull(message = "0 to 120 minutes.") @Min(value = 0, message = "0 to 120 minutes.") @Max(value = 120, message = "0 to 120 minutes.") Integer pauseMinutes,
                 @NotNull(message = "Choose the time.") LocalTime pauseFrom, @NotNull(message = "Choose the time.") LocalTime pauseUntil,
                 @Nullable @Min(value = -90, message = "-90 to 90.") @Max(value = 90, message = "-90 to 90.") Double latitude,
                 @Nullable @Min(value = -180, message = "-180 to 180.") @Max(value = 180, message = "-180 to 180.") Double longitude, int version) {

    static SetTravel of(TravelRule it) {
        return new SetTravel(it.kmPerHour(), it.detourPercent(), it.unknownMinutes(), it.pauseMinutes(), it.pauseFrom(), it.pauseUntil(), it.latitude(), it.longitude(), it.version());
    }

    TravelRule rule() {
        return new TravelRule(kmPerHour, detourPercent, unknownMinutes, pauseMinutes, pauseFrom, pauseUntil, latitude, longitude, version);
    }
}
