package org.casebridge.caseload;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.casebridge.access.AccountId;

/** A new case that goes on from a closed one: with whom, from which day. */
public record ReopenCase(
        @NotNull(message = "Choose a worker.") AccountId worker,
        @NotNull(message = "Say from which day.") LocalDate on) {}
