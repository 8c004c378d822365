package org.casebridge.referrals.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why the confirmed outcome does not hold. */
public record ReopenReferral(@NotBlank(message = "Say what changed.") @Size(max = 500) String reopened) {}
