package org.casebridge.assessments;

import java.util.List;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** A score, or why there is none: what is not complete is never counted as if the rest were zero. */
public sealed interface Score {

    /** {@code parts} are those that are shown on their own: the substances of TAPS, the letters of LACE. */
    record Valid(int total, Scoring.Band band, List<Part> parts) implements Score {}

    record NotYet(int answered, int required) implements Score {}

    /** Has a band where parts are judged one by one. */
    record Part(@Nullable Sentence name, int points, Scoring.@Nullable Band band) {}
}
