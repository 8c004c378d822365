package org.casebridge.assessments;

import java.time.Instant;
import org.casebridge.kernel.Worded;

/** What a supervisor said of a completed assessment. What was returned is put right by a correction, which asks to be looked at anew. */
public record Approval(Verdict verdict, String words, String byName, Instant at) {

    public enum Verdict implements Worded {
        APPROVED("Approved"), RETURNED("Returned");

        private final String words;

        Verdict(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }
}
