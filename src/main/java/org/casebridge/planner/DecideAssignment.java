package org.casebridge.planner;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.casebridge.access.AccountId;
import org.casebridge.caseload.CaseId;
import org.casebridge.caseload.ProgramId;
import org.jspecify.annotations.Nullable;

/** Who carries a case, and why they: {@code file} is the open case that is given away, null for a new one. */
public record DecideAssignment(@NotNull(message = "Choose a programme.") ProgramId program, @Nullable CaseId file, @NotNull(message = "Choose a worker.") AccountId worker,
                               @NotBlank(message = "Say why this worker.") @Size(max = 500) String reason) {}
