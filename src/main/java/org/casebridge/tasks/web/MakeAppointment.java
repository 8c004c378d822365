package org.casebridge.tasks.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** When one meets whom; {@code withClient} when the client takes part, {@code despite} where that time is taken and both are meant. */
record MakeAppointment(@NotBlank(message = "Say what it is: a home visit, a team meeting …") @Size(max = 200) String title,
                       @NotNull(message = "Choose the day.") LocalDate on, @NotNull(message = "Choose the time.") LocalTime at,
                       @NotNull(message = "Say how many minutes.") @Min(value = 1, message = "At least one minute.")
                       @Max(value = 1440, message = "At most a whole day: 1440 minutes.") Integer minutes,
                       @Nullable @Size(max = 200) String withWhom, @Nullable @Size(max = 200) String place, @Nullable Boolean withClient, @Nullable Boolean despite) {}
