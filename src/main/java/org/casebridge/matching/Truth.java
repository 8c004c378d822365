package org.casebridge.matching;

import org.casebridge.kernel.Worded;

/** Yes, no, or not known: Kleene's strong logic of three values, so that what is not known spoils nothing that is decided without it. In the order of the logic. */
public enum Truth implements Worded {
    NO("No"), UNKNOWN("Not known yet"), YES("Yes");

    private final String words;

    Truth(String words) { this.words = words; }

    @Override
    public String words() { return words; }

    Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
