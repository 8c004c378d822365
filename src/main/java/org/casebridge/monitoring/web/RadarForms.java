package org.casebridge.monitoring.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.casebridge.messaging.Mode;
import org.casebridge.monitoring.AcuityLevel;
import org.casebridge.monitoring.Ladder;
import org.casebridge.monitoring.Mark;
import org.casebridge.monitoring.Rung;
import org.jspecify.annotations.Nullable;

/** The forms of the radar's rules, of acuity, and of alerts and flags. */
final class RadarForms {

    private RadarForms() {}

    /** The ladder as it is set: rows without a mode are left out. */
    record SetLadder(@Nullable List<@Valid Step> rungs) {

        record Step(@Nullable Mode mode, @Nullable @Min(value = 1, message = "1 to 9 times.") @Max(value = 9, message = "1 to 9 times.") Integer tries,
                    @Nullable @Min(value = 0, message = "0 to 60 days.") @Max(value = 60, message = "0 to 60 days.") Integer waitDays) {}

        static SetLadder of(Ladder ladder) {
            return new SetLadder(ladder.rungs().stream().map(it -> new Step(it.mode(), it.tries(), it.waitDays())).toList());
        }

        Ladder ladder() {
            return new Ladder(rungs == null ? List.of() : rungs.stream().filter(it -> it != null && it.mode() != null)
                    .map(it -> new Rung(it.mode(), Objects.requireNonNullElse(it.tries(), 1), Objects.requireNonNullElse(it.waitDays(), 2))).limit(9).toList());
        }
    }

    /** One programme's cadence at one acuity; without days its own holds again. */
    record SetCadence(@NotNull(message = "Choose a programme.") UUID program, @NotNull(message = "Choose the acuity.") AcuityLevel level,
                      @Nullable @Min(value = 1, message = "A contact is due after 1 to 365 days.") @Max(value = 365, message = "A contact is due after 1 to 365 days.") Integer days) {}

    /** How much a client needs one, and why. */
    record JudgeAcuity(@NotNull(message = "Choose the acuity.") AcuityLevel level, @NotBlank(message = "Say what it rests on.") @Size(max = 500) String words) {}

    /** An alert or a flag. */
    record RaiseMark(@NotNull(message = "Choose whether it ends by itself.") Mark.Kind kind, @NotNull(message = "Choose what it is about.") Mark.About about,
                     @NotNull(message = "Choose how urgent it is.") Mark.Priority priority, @NotBlank(message = "Write a few words.") @Size(max = 300) String words, @Nullable LocalDate expiresOn) {}

    /** Why it is taken down. */
    record EndMark(@NotBlank(message = "Give a reason.") @Size(max = 500) String reason) {}
}
