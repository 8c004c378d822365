package org.casebridge.directory;

import org.casebridge.kernel.Worded;

/** Whether a service can take one more person, as it last said. */
public enum Capacity implements Worded {
    CAPACITY("Has capacity"),
    WAITLIST("Has a waitlist"),
    ASSESSMENT_REQUIRED("Decides after its own assessment"),
    NO_CAPACITY("No capacity");

    private final String words;

    Capacity(String words) {
        this.words = words;
    }

    @Override
    public String words() { return words; }
}
