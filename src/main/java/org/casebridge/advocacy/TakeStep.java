package org.casebridge.advocacy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** A step taken for an issue: on which day, how, and what was said. */
public record TakeStep(
        @NotNull(message = "Say on which day.") LocalDate day,
        @NotNull(message = "Choose how.") IssueStep.How how,
        @NotBlank(message = "Say what was done.") @Size(max = 4000) String words) {}
