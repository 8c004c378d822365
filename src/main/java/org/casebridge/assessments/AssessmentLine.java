package org.casebridge.assessments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An assessment as lists show it. {@code correctedBy} is the completed one that takes its place; {@code followedUp} when and in which words a critical answer was followed up; {@code approval} what the supervisor said; {@code known} when a supervisor acknowledged a critical answer, and who. */
public record AssessmentLine(Assessment assessment, String assessorName, @Nullable AssessmentId correctedBy, @Nullable Instant followedUpAt, @Nullable String followUp,
                             @Nullable String followUpBy, @Nullable Approval approval, @Nullable Instant knownAt, @Nullable String knownBy) {

    /** Completed where a supervisor is to look at it, and nobody has. */
    public boolean waits() {
        return counts() && assessment.asksApproval() && approval == null;
    }

    /** Completed, and no correction has taken its place. */
    public boolean counts() {
        return !assessment.draft() && correctedBy == null;
    }
}
