package org.casebridge.referrals.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** When worker, client and organization speak together. */
public record ScheduleHandoff(@NotNull(message = "Choose the day of the call.") LocalDate on, @NotNull(message = "Choose the time of the call.") LocalTime at, @Nullable @Size(max = 200) String withWhom) {}
