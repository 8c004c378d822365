package org.casebridge.intake;

import org.casebridge.kernel.Worded;

/** Three answers: what is not known yet is neither yes nor no. */
public enum EligibilityAnswer implements Worded {
    YES("Yes"), NO("No"), UNKNOWN("Not known yet");

    private final String words;

    EligibilityAnswer(String words) { this.words = words; }

    @Override
    public String words() { return words; }
}
