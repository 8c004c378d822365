package org.casebridge.assessments.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.casebridge.assessments.Assessment;
import org.jspecify.annotations.Nullable;

/** How the interview went; the answers themselves are fields made from the instrument ({@link AnswerFields}). */
public record AnswerAssessment(
        @NotNull(message = "Say at which stage this is.") Assessment.Stage stage,
        @NotNull(message = "Write the day of the interview.") LocalDate assessedOn,
        @NotNull(message = "Say how the interview was held.") Assessment.Mode mode,
        @NotBlank(message = "Say in which language it was held.") String language,
        Assessment.@Nullable Interpreter interpreter,
        @Nullable @Size(max = 300) String present,
        @Nullable Boolean unansweredStays,
        @Nullable @Size(max = 2000) String safetyNote) {

    Assessment.About about() {
        return new Assessment.About(stage, assessedOn, mode, language, interpreter == null ? Assessment.Interpreter.NONE : interpreter, present == null || present.isBlank() ? null : present.strip());
    }
}
