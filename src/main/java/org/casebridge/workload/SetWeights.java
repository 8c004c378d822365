package org.casebridge.workload;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** New points for the weight of cases from a day on, decided on that version. */
public record SetWeights(@NotNull(message = "Say from which day on it holds.") LocalDate fromOn,
                         @NotNull(message = SetWeights.BASE) @Min(value = 1, message = SetWeights.BASE) @Max(value = 100, message = SetWeights.BASE) Integer base,
                         @NotNull(message = SetWeights.POINTS) @Min(value = 0, message = SetWeights.POINTS) @Max(value = 100, message = SetWeights.POINTS) Integer moderate,
                         @NotNull(message = SetWeights.POINTS) @Min(value = 0, message = SetWeights.POINTS) @Max(value = 100, message = SetWeights.POINTS) Integer high,
                         @NotNull(message = SetWeights.POINTS) @Min(value = 0, message = SetWeights.POINTS) @Max(value = 100, message = SetWeights.POINTS) Integer crisis,
                         @NotNull(message = SetWeights.POINTS) @Min(value = 0, message = SetWeights.POINTS) @Max(value = 100, message = SetWeights.POINTS) Integer clock,
                         @NotNull(message = SetWeights.POINTS) @Min(value = 0, message = SetWeights.POINTS) @Max(value = 100, message = SetWeights.POINTS) Integer clockMost,
                         @NotNull(message = SetWeights.POINTS) @Min(value = 0, message = SetWeights.POINTS) @Max(value = 100, message = SetWeights.POINTS) Integer interpreter,
                         @NotNull(message = SetWeights.KM) @Min(value = 1, message = SetWeights.KM) @Max(value = 100, message = SetWeights.KM) Integer km,
                         @NotNull(message = SetWeights.POINTS) @Min(value = 0, message = SetWeights.POINTS) @Max(value = 100, message = SetWeights.POINTS) Integer travelMost,
                         @NotNull(message = SetWeights.POINTS) @Min(value = 0, message = SetWeights.POINTS) @Max(value = 100, message = SetWeights.POINTS) Integer fresh,
                         @NotNull(message = SetWeights.FRESH) @Min(value = 0, message = SetWeights.FRESH) @Max(value = 365, message = SetWeights.FRESH) Integer freshDays,
                         @NotNull(message = SetWeights.POINTS) @Min(value = 0, message = SetWeights.POINTS) @Max(value = 100, message = SetWeights.POINTS) Integer closing,
                         @NotNull(message = SetWeights.CLOSING) @Min(value = 0, message = SetWeights.CLOSING) @Max(value = 90, message = SetWeights.CLOSING) Integer closingDays,
                         @NotNull(message = SetWeights.POINTS) @Min(value = 0, message = SetWeights.POINTS) @Max(value = 100, message = SetWeights.POINTS) Integer member,
                         @NotNull(message = SetWeights.POINTS) @Min(value = 0, message = SetWeights.POINTS) @Max(value = 100, message = SetWeights.POINTS) Integer memberMost,
                         @DecimalMin(value = "0.1", message = SetWeights.MINUTES) @DecimalMax(value = "600", message = SetWeights.MINUTES) @Digits(integer = 3, fraction = 1, message = SetWeights.MINUTES) @Nullable BigDecimal minutes,
                         @NotBlank(message = "Give a reason.") @Size(max = 500) String reason, int version) {

    static final String POINTS = "Points are a whole number from 0 to 100.";
    static final String BASE = "A base is a whole number from 1 to 100.";
    static final String KM = "A point stands for 1 to 100 whole kilometres.";
    static final String FRESH = "A case is new for 0 to 365 days.";
    static final String CLOSING = "A closed case takes work for 0 to 90 days.";
    static final String MINUTES = "A point takes 0.1 to 600 minutes a week, with one digit behind the point at most.";

    public static SetWeights of(WeightFormula it, LocalDate today) {
        return new SetWeights(it.fromOn().isBefore(today) ? today : it.fromOn(), it.base(), it.moderate(), it.high(), it.crisis(), it.clock(), it.clockMost(), it.interpreter(), it.km(), it.travelMost(), it.fresh(), it.freshDays(), it.closing(), it.closingDays(), it.member(), it.memberMost(), it.minutes(), "", it.version());
    }

    WeightFormula formula() {
        return new WeightFormula(version + 1, fromOn, base, moderate, high, crisis, clock, clockMost, interpreter, km, travelMost, fresh, freshDays, closing, closingDays, member, memberMost, minutes);
    }
}
