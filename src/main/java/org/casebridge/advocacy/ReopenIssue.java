package org.casebridge.advocacy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a result is taken back. */
public record ReopenIssue(@NotBlank(message = "Say why it is opened again.") @Size(max = 1000) String reason) {}
