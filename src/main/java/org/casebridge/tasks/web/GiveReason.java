package org.casebridge.tasks.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why something is not needed, or cancelled. */
record GiveReason(@NotBlank(message = "Give a reason.") @Size(max = 500) String reason) {}
