package org.casebridge.referrals.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;

/** One slot at a time to come. */
public record AddSlot(@NotBlank(message = "Write what each is called.") @Size(max = 60) String called, @NotNull(message = "Choose the day.") LocalDate on, @NotNull(message = "Choose the time.") LocalTime at) {}
