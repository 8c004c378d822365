package org.casebridge.workforce;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** Days on which one will be away, both included. */
public record AddLeave(@NotNull(message = "Write the first day.") LocalDate from, @NotNull(message = "Write the last day.") LocalDate through, @NotNull(message = "Choose why.") Leave.Kind kind) {}
