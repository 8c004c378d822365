package org.casebridge.questionnaires;

import org.casebridge.kernel.Sentence;

/** What is wrong with an answer, or missing. A draft may have any of these; a finished form has none but warnings. */
public record Problem(Place place, Kind kind, Sentence words) {

    public enum Kind {
        /** It must be answered and is not. */
        MISSING,
        /** It was answered with what it does not take. */
        WRONG,
        /** It was answered, but is not asked now; the answer counts for nothing. */
        NOT_ASKED,
        /** There is no such question. */
        UNKNOWN,
        /** An expression failed, or was given up. */
        EXPRESSION,
        /** Worth a second look. */
        WARNING
    }
}
