package org.casebridge.oversight;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a record may be open to its agency again. */
public record LiftRestriction(@NotBlank(message = "Write why the record may be open again.") @Size(max = 1000) String words) {}
