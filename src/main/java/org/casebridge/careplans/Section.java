package org.casebridge.careplans;

import java.time.LocalDate;
import org.casebridge.kernel.Worded;

/** What a version of the plan says beside its goals, and on which day it was talked over: a consideration, what to do when things get hard, or a right as it was explained. */
public record Section(Kind kind, String words, LocalDate onDay) {

    /** Rights: 42 CFR 441.725(b), 42 CFR 438.404 and 438.408, and the Long-Term Care Ombudsman of 45 CFR 1324. */
    public enum Kind implements Worded {
        CULTURE("Culture and faith", false), COMMUNICATION("How to talk with me", false), CRISIS("If things get very hard", false),
        CONTINGENCY("If something in the plan falls through", false),
        /** Never in the client's copy. */
        TEAM("For the team only", false),
        CHANGE_WORKER("I may ask for another worker", true), APPEAL("I may appeal a decision", true), COMPLAIN("I may complain, and nothing is held against me", true),
        OMBUDSMAN("I may turn to the ombudsman", true);

        private final String words;
        private final boolean right;

        Kind(String words, boolean right) {
            this.words = words;
            this.right = right;
        }

        @Override
        public String words() { return words; }

        public boolean right() { return right; }

        public boolean forClient() { return this != TEAM; }
    }
}
