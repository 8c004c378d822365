package org.casebridge.careplans.web;

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
import org.casebridge.careplans.Goal;
import org.casebridge.careplans.GoalId;
import org.casebridge.careplans.PlanReview;
import org.casebridge.messaging.Mode;
import org.jspecify.annotations.Nullable;

/** The forms around reviewing a plan, and services given for it. */
final class ReviewForms {

    private ReviewForms() {}

    /** What is decided of each goal comes in fields of its own: decided-… and why-…. */
    record HoldReview(@NotNull(message = "Say on which day the plan was looked at.") @Nullable LocalDate doneOn, @NotNull(message = "Say from when the review counts.") @Nullable LocalDate effectiveOn,
                      @Size(max = 2000) @Nullable String words, @NotNull(message = PlanForms.INCOMPLETE) @Nullable Integer seen) {}

    record RateGoal(@NotNull(message = "Choose a level from −2 to +2.") @Nullable Integer level, @NotNull(message = "Say on which day this was seen.") @Nullable LocalDate ratedOn, @Size(max = 2000) @Nullable String ratedWords) {}

    record WaitWithReview(@NotNull(message = "Say until when it may wait.") @Nullable LocalDate until, @NotBlank(message = "Say why it may wait.") @Size(max = 2000) @Nullable String reason) {}

    record SetReviewRule(@NotNull(message = "Say for whom.") PlanReview.@Nullable Acuity acuity,
                         @NotNull(message = "A plan is looked at again after 7 to 366 days.") @Min(value = 7, message = "A plan is looked at again after 7 to 366 days.")
                         @Max(value = 366, message = "A plan is looked at again after 7 to 366 days.") @Nullable Integer days,
                         @NotBlank(message = "Write who asks for it: a contract, a funder, a standard.") @Size(max = 300) @Nullable String basis,
                         @NotNull(message = "Write the day from which it holds.") @Nullable LocalDate from) {}

    record NoteService(@NotNull(message = "Choose a goal of the plan in force.") @Nullable GoalId goal, @NotNull(message = "Say on which day.") @Nullable LocalDate on,
                       @NotNull(message = "Write how many units, more than 0.") @DecimalMin(value = "0.01", message = "Write how many units, more than 0.") @DecimalMax(value = "9999", message = "Write how many units, more than 0.")
                       @Digits(integer = 4, fraction = 2, message = "Write the units with at most two digits after the point.") @Nullable BigDecimal units,
                       @NotNull(message = "Say of what.") Goal.@Nullable Unit unit, @NotBlank(message = "Say who gave it.") @Size(max = 200) @Nullable String provider, @Size(max = 200) @Nullable String funding) {}

    record MapService(@NotNull(message = "Choose how one was in touch.") @Nullable Mode mode, @NotNull(message = "Say of what.") Goal.@Nullable Unit unit,
                      @Min(value = 1, message = "Write minutes from 1 to 480.") @Max(value = 480, message = "Write minutes from 1 to 480.") @Nullable Integer minutes, @Size(max = 200) @Nullable String funding,
                      @NotNull(message = "Write the day from which it holds.") @Nullable LocalDate from) {}
}
