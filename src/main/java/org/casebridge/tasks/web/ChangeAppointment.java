package org.casebridge.tasks.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Another time, other words or another place; {@code version} is of the appointment as it was shown. */
record ChangeAppointment(@NotBlank(message = "Say what it is: a home visit, a team meeting …") @Size(max = 200) String title,
                       @NotNull(message = "Choose the day.") LocalDate on, @NotNull(message = "Choose the time.") LocalTime at,
                       @NotNull(message = "Say how many minutes.") @Min(value = 1, message = "At least one minute.")
                       @Max(value = 1440, message = "At most a whole day: 1440 minutes.") Integer minutes,
                       @Nullable @Size(max = 200) String withWhom, @Nullable @Size(max = 200) String place, @Nullable Boolean withClient, @Nullable Boolean despite, int version) {}
