package org.casebridge.intake.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.casebridge.intake.Intake;
import org.jspecify.annotations.Nullable;

/** The decision not to help, and what the person was told. */
public record DeclineRequest(
        @NotNull(message = "Choose the reason.") Intake.DeclineReason reason,
        @Nullable @Size(max = 1000) String why,
        @NotBlank(message = "Write what the person was told, and what they can do now.") @Size(max = 1000) String told) {}
