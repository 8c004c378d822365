package org.casebridge.referrals.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why the last step is taken back. */
public record UndoReferralStep(@NotBlank(message = "Say why the step is taken back.") @Size(max = 500) String why) {}
