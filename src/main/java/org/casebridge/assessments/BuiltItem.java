package org.casebridge.assessments;

import java.util.List;
import org.casebridge.questionnaires.Questionnaire.Type;
import org.jspecify.annotations.Nullable;

/** An item of a form as one builds it: what is asked, how, when, and what may be answered. {@code linkId} is null for a new one; {@code section} is the group it stands in. */
public record BuiltItem(@Nullable String linkId, @Nullable String section, Type type, String text, String spanish, String help, boolean required, boolean repeats, List<Answer> answers,
                        @Nullable String least, @Nullable String greatest, @Nullable String unit, Look look, @Nullable When when) {

    /** An answer that is offered; its weight counts in scores. */
    public record Answer(String text, @Nullable String spanish, @Nullable String weight) {}

    /** Asked when another question was answered so; an answer to a choice is one of its texts. */
    public record When(String question, String operator, String answer) {}

    public enum Look implements org.casebridge.kernel.Worded {
        PLAIN("As it suits"), DROP_DOWN("A list to open"), RADIO("All answers in sight"), ACROSS("Answers side by side"), SLIDER("To slide");

        private final String words;

        Look(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }
}
