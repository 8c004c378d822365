package org.casebridge.intake.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A decision taken back. */
public record TakeBack(@NotBlank(message = "Write why the decision is taken back.") @Size(max = 1000) String why) {}
