package org.casebridge.intake.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.casebridge.caseload.ProgramId;
import org.casebridge.intake.EligibilityAnswer;
import org.jspecify.annotations.Nullable;

/** One more eligibility question. */
public record AskQuestion(
        @NotNull(message = "Choose a programme.") ProgramId program,
        @NotBlank(message = "Write the question.") @Size(max = 300) String words,
        @Nullable @Size(max = 300) String wordsEs,
        @NotNull(message = "Choose the answer that makes them eligible.") EligibilityAnswer needed,
        @NotBlank(message = "Write why they are not eligible otherwise.") @Size(max = 300) String otherwise,
        @Nullable @Size(max = 300) String otherwiseEs) {}
