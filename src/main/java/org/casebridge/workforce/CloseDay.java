package org.casebridge.workforce;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** A day on which the agency is closed, and what it is. */
public record CloseDay(@NotNull(message = "Choose the day.") LocalDate day, @NotBlank(message = "Say what day it is.") @Size(max = 100) String name) {}
