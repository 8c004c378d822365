package org.casebridge.caseload;

import jakarta.validation.constraints.NotNull;
import org.casebridge.access.AccountId;

/** Who takes a case over. */
public record AssignCase(@NotNull(message = "Choose a worker.") AccountId worker) {}
