package org.casebridge.advocacy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** What came of an issue, on which day, in words. */
public record SettleIssue(
        @NotNull(message = "Choose what came of it.") Issue.Result result,
        @NotNull(message = "Say on which day.") LocalDate resultOn,
        @NotBlank(message = "Say in words what came of it.") @Size(max = 4000) String resultWords,
        int version) {}
