package org.casebridge.intake.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.casebridge.caseload.ProgramId;

/** The decision to let them wait for a programme, until a day on which it is looked at again. */
public record PutOnWaitList(
        @NotNull(message = "Choose a programme.") ProgramId program,
        @NotBlank(message = "Write why they must wait.") @Size(max = 1000) String why,
        @NotNull(message = "Write the day on which you look at it again.") LocalDate reviewOn) {}
