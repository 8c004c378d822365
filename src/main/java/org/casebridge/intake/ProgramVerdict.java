package org.casebridge.intake;

import java.util.List;
import java.util.Map;
import org.casebridge.caseload.Program;

/** What a programme asks, what was answered, and what follows. */
public record ProgramVerdict(Program program, List<EligibilityQuestion> questions, Map<QuestionId, EligibilityAnswer> answers, Verdict verdict) {

    public EligibilityAnswer answer(EligibilityQuestion question) {
        return answers.getOrDefault(question.id(), EligibilityAnswer.UNKNOWN);
    }
}
