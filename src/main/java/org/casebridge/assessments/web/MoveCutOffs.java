package org.casebridge.assessments.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** From when on and why cut-offs move; the cut-offs themselves are fields made from the instrument's bands. */
public record MoveCutOffs(
        @NotNull(message = "Write the day from which they hold.") LocalDate from,
        @NotBlank(message = "Write why, and on which authority.") @Size(max = 1000) String reason) {}
