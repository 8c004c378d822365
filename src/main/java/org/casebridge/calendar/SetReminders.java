package org.casebridge.calendar;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** By which way a client is reminded, how many hours before, and how they said that they want it. */
public record SetReminders(@NotBlank(message = "Choose one of the ways offered.") String way,
                           @NotNull(message = "Say how many hours before.") @Min(value = 1, message = "From 1 to 168 hours before.") @Max(value = 168, message = "From 1 to 168 hours before.") Integer hoursBefore,
                           @NotBlank(message = "Write how they said that they want it: on which day, to whom.") @Size(max = 300) String agreed, int version) {}
