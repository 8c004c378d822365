package org.casebridge.intake;

import java.util.Locale;
import org.casebridge.caseload.ProgramId;
import org.jspecify.annotations.Nullable;

/**
 * One thing a programme must know before it may take somebody. {@code needed} is YES or NO; {@code otherwise} is why they are not eligible
 * when it is the other. The agency writes it, in English and, when it likes, in Spanish.
 */
public record EligibilityQuestion(QuestionId id, ProgramId programId, int position, String words, @Nullable String wordsEs,
                                  EligibilityAnswer needed, String otherwise, @Nullable String otherwiseEs) {

    public String words(Locale reader) {
        return pick(words, wordsEs, reader);
    }

    public String otherwise(Locale reader) {
        return pick(otherwise, otherwiseEs, reader);
    }

    /** The name of its field in forms. */
    public String field() {
        return "answer-" + id.text();
    }

    private static String pick(String english, @Nullable String spanish, Locale reader) {
        return "es".equals(reader.getLanguage()) && spanish != null && !spanish.isBlank() ? spanish : english;
    }
}
