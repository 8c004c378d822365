package org.casebridge.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether a programme may take somebody, and because of what. One answer that excludes is enough; what is not known keeps it open. */
public sealed interface Verdict {

    record Eligible() implements Verdict {}

    record NotEligible(List<EligibilityQuestion> because) implements Verdict {}

    record CannotSay(List<EligibilityQuestion> missing) implements Verdict {}

    /** The programme asks nothing. */
    record NothingAsked() implements Verdict {}

    static Verdict of(List<EligibilityQuestion> questions, Map<QuestionId, EligibilityAnswer> answers) {
        var against = new ArrayList<EligibilityQuestion>();
        var missing = new ArrayList<EligibilityQuestion>();
        for (var question : questions) {
            var answer = answers.getOrDefault(question.id(), EligibilityAnswer.UNKNOWN);
            if (answer == EligibilityAnswer.UNKNOWN) {
                missing.add(question);
            } else if (answer != question.needed()) {
                against.add(question);
            }
        }
        if (questions.isEmpty()) {
            return new NothingAsked();
        }
        return !against.isEmpty() ? new NotEligible(against) : !missing.isEmpty() ? new CannotSay(missing) : new Eligible();
    }
}
