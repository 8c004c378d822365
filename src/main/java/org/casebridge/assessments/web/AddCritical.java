package org.casebridge.assessments.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.casebridge.assessments.Scoring;

/** An answer to act on at once: {@code answer} is the question's link id and the answer's code with a space between. */
public record AddCritical(
        @NotBlank(message = "Choose the answer.") @Size(max = 600) String answer,
        @NotNull(message = "Choose what it is about.") Scoring.Danger danger,
        @NotNull(message = "Write within how many hours it is followed up, 1 to 72.") @Min(value = 1, message = "Write within how many hours it is followed up, 1 to 72.")
        @Max(value = 72, message = "Write within how many hours it is followed up, 1 to 72.") Integer hours) {

    String item() {
        return answer.contains(" ") ? answer.substring(0, answer.lastIndexOf(' ')) : answer;
    }

    String code() {
        return answer.substring(answer.lastIndexOf(' ') + 1);
    }
}
