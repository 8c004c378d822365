package org.casebridge.caseload;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.casebridge.access.AccountId;

/** A new case: in which programme, with whom, from which day. */
public record OpenCase(
        @NotNull(message = "Choose a programme.") ProgramId program,
        @NotNull(message = "Choose a worker.") AccountId worker,
        @NotNull(message = "Say from which day.") LocalDate on) {}
