package org.casebridge.workload;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.casebridge.caseload.ProgramId;

/** A programme's own base. */
public record SetBase(@NotNull(message = "Choose a programme.") ProgramId program,
                      @NotNull(message = "A base is a whole number from 1 to 100.") @Min(value = 1, message = "A base is a whole number from 1 to 100.") @Max(value = 100, message = "A base is a whole number from 1 to 100.") Integer points,
                      @NotBlank(message = "Give a reason.") @Size(max = 500) String why) {}
