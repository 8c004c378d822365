package org.casebridge.assessments;

import java.util.List;
import org.casebridge.questionnaires.Questionnaire.Type;
import org.jspecify.annotations.Nullable;

/**
 * An item of a form as one builds it: what is asked, how, when, and what may be answered. {@code linkId} is null for a new one; {@code section} is the group it stands in.
 * It is asked when all of {@code when} hold, or {@code any} of them; always where there are none.
 */
public record BuiltItem(@Nullable String linkId, @Nullable String section, Type type, String text, String spanish, String help, boolean required, boolean repeats, List<Answer> answers,
                        @Nullable String least, @Nullable String greatest, @Nullable String unit, Look look, boolean any, List<When> when) {

    /** An answer that is offered; its weight counts in scores. */
    public record Answer(String text, @Nullable String spanish, @Nullable String weight) {}

    /** Another question was answered so; an answer to a choice is one of its texts. {@code operator} is FHIR's, or {@link #MISSING} for what has no answer (FHIR: exists, false). Without a question it is none. */
    public record When(String question, String operator, String answer) {}

    public static final String MISSING = "missing";

    public enum Look implements org.casebridge.kernel.Worded {
        PLAIN("As it suits"), DROP_DOWN("A list to open"), RADIO("All answers in sight"), ACROSS("Answers side by side"), SLIDER("To slide"), TABLE("A table, one row each");

        private final String words;

        Look(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }
}
