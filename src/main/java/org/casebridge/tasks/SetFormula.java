package org.casebridge.tasks;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** New points for the order of My day, decided on that version. */
public record SetFormula(@NotNull(message = SetFormula.WORDS) @Min(value = 0, message = SetFormula.WORDS) @Max(value = 500, message = SetFormula.WORDS) Integer safety,
                         @NotNull(message = SetFormula.WORDS) @Min(value = 0, message = SetFormula.WORDS) @Max(value = 500, message = SetFormula.WORDS) Integer law,
                         @NotNull(message = SetFormula.WORDS) @Min(value = 0, message = SetFormula.WORDS) @Max(value = 500, message = SetFormula.WORDS) Integer promise,
                         @NotNull(message = SetFormula.WORDS) @Min(value = 0, message = SetFormula.WORDS) @Max(value = 500, message = SetFormula.WORDS) Integer waiting,
                         @NotNull(message = SetFormula.WORDS) @Min(value = 0, message = SetFormula.WORDS) @Max(value = 500, message = SetFormula.WORDS) Integer rhythm,
                         @NotNull(message = SetFormula.WORDS) @Min(value = 0, message = SetFormula.WORDS) @Max(value = 500, message = SetFormula.WORDS) Integer own,
                         @NotNull(message = SetFormula.WORDS) @Min(value = 0, message = SetFormula.WORDS) @Max(value = 500, message = SetFormula.WORDS) Integer urgent,
                         @NotNull(message = SetFormula.WORDS) @Min(value = 0, message = SetFormula.WORDS) @Max(value = 500, message = SetFormula.WORDS) Integer late,
                         @NotNull(message = SetFormula.WORDS) @Min(value = 0, message = SetFormula.WORDS) @Max(value = 500, message = SetFormula.WORDS) Integer lateDay,
                         @NotNull(message = SetFormula.WORDS) @Min(value = 0, message = SetFormula.WORDS) @Max(value = 500, message = SetFormula.WORDS) Integer lateMost,
                         @NotNull(message = SetFormula.WORDS) @Min(value = 0, message = SetFormula.WORDS) @Max(value = 500, message = SetFormula.WORDS) Integer today,
                         @NotNull(message = SetFormula.WORDS) @Min(value = 0, message = SetFormula.WORDS) @Max(value = 500, message = SetFormula.WORDS) Integer nearer,
                         @NotNull(message = SetFormula.WORDS) @Min(value = 0, message = SetFormula.WORDS) @Max(value = 500, message = SetFormula.WORDS) Integer risk,
                         @NotBlank(message = "Give a reason.") @Size(max = 500) String reason, int version) {

    static final String WORDS = "Points are a whole number from 0 to 500.";

    public static SetFormula of(Formula it) {
        return new SetFormula(it.safety(), it.law(), it.promise(), it.waiting(), it.rhythm(), it.own(), it.urgent(), it.late(), it.lateDay(), it.lateMost(), it.today(), it.nearer(), it.risk(), "", it.version());
    }

    Formula formula() {
        return new Formula(version + 1, safety, law, promise, waiting, rhythm, own, urgent, late, lateDay, lateMost, today, nearer, risk);
    }
}
