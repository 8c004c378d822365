package org.casebridge.assessments;

/** A score, or why there is none: what is not complete is never counted as if the rest were zero. */
public sealed interface Score {

    record Valid(int total, Scoring.Band band) implements Score {}

    record NotYet(int answered, int required) implements Score {}
}
