package org.casebridge.workload;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The hours of somebody's week, decided on that version. */
public record SetHours(@NotNull(message = SetHours.WEEK) @DecimalMin(value = "1", message = SetHours.WEEK) @DecimalMax(value = "80", message = SetHours.WEEK) @Digits(integer = 2, fraction = 1, message = SetHours.WEEK) BigDecimal week,
                       @NotNull(message = SetHours.BESIDES) @DecimalMin(value = "0", message = SetHours.BESIDES) @Digits(integer = 2, fraction = 1, message = SetHours.BESIDES) BigDecimal besides,
                       @DecimalMin(value = "-90", message = "-90 to 90.") @DecimalMax(value = "90", message = "-90 to 90.") @Nullable Double latitude,
                       @DecimalMin(value = "-180", message = "-180 to 180.") @DecimalMax(value = "180", message = "-180 to 180.") @Nullable Double longitude,
                       @NotBlank(message = "Give a reason.") @Size(max = 500) String reason, int version) {

    static final String WEEK = "A week has 1 to 80 hours of work, with one digit behind the point at most.";
    static final String BESIDES = "Other work takes 0 hours or more, with one digit behind the point at most.";

    public static SetHours of(Hours it) {
        return new SetHours(it.week(), it.besides(), it.latitude(), it.longitude(), "", it.version());
    }
}
