package org.casebridge.monitoring.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import org.casebridge.access.AccountId;
import org.casebridge.messaging.Mode;
import org.casebridge.monitoring.Repeats;
import org.jspecify.annotations.Nullable;

/** The forms of visits. */
final class VisitForms {

    private VisitForms() {}

    /** When one visits, once or again and again. */
    record PlanVisit(@NotBlank(message = "Say what the visit is for.") @Size(max = 200) String purpose, @NotNull(message = "Choose the day.") LocalDate on,
                     @NotNull(message = "Choose the time.") LocalTime at,
                     @NotNull(message = "Say how many minutes.") @Min(value = 5, message = "A visit lasts 5 to 720 minutes.") @Max(value = 720, message = "A visit lasts 5 to 720 minutes.") Integer minutes,
                     @NotNull(message = "Choose how.") Mode mode, @Nullable @Size(max = 200) String place, @NotNull(message = "Say whether it comes again.") Repeats repeats,
                     @Nullable LocalDate until, @Nullable AccountId worker) {}

    /** Another time, place, purpose or worker; {@code version} is of the visit as it was shown. */
    record ChangeVisit(@NotBlank(message = "Say what the visit is for.") @Size(max = 200) String purpose, @NotNull(message = "Choose the day.") LocalDate on,
                       @NotNull(message = "Choose the time.") LocalTime at,
                       @NotNull(message = "Say how many minutes.") @Min(value = 5, message = "A visit lasts 5 to 720 minutes.") @Max(value = 720, message = "A visit lasts 5 to 720 minutes.") Integer minutes,
                       @NotNull(message = "Choose how.") Mode mode, @Nullable @Size(max = 200) String place, @Nullable AccountId worker, int version) {}

    /** Why a visit is cancelled, and whether the rest of its series is too. */
    record CancelVisit(@NotBlank(message = "Say why it is cancelled.") @Size(max = 500) String reason, @Nullable Boolean rest) {}
}
