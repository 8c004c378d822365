package org.casebridge.intake.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebridge.intake.EligibilityAnswer;
import org.casebridge.intake.EligibilityQuestion;
import org.casebridge.intake.ProgramVerdict;
import org.casebridge.intake.QuestionId;
import org.casebridge.web.Form;

/** The fields of the eligibility questions, which are made at run time: one of three answers each. */
final class EligibilityFields {

    private EligibilityFields() {}

    /** What was answered; an answer that was not offered is put beside its question. */
    static Map<QuestionId, EligibilityAnswer> read(Form<?> form, List<EligibilityQuestion> questions) {
        var answers = new LinkedHashMap<QuestionId, EligibilityAnswer>();
        for (var question : questions) {
            var said = form.value(question.field());
            Arrays.stream(EligibilityAnswer.values()).filter(it -> it.name().equals(said)).findFirst().ifPresentOrElse(
                    it -> answers.put(question.id(), it),
                    () -> {
                        if (!said.isBlank()) {
                            form.refuse(question.field(), "Choose one of the answers offered.");
                        }
                    });
        }
        return answers;
    }

    static Map<String, List<String>> known(List<ProgramVerdict> verdicts) {
        var known = new LinkedHashMap<String, List<String>>();
        verdicts.forEach(it -> it.questions().forEach(question -> known.put(question.field(), List.of(it.answer(question).name()))));
        return known;
    }
}
