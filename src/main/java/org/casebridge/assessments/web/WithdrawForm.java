package org.casebridge.assessments.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a form is not begun any more; whoever would begin it reads this. */
public record WithdrawForm(@NotBlank(message = "Write why, for those who would begin it.") @Size(max = 500) String reason) {}
