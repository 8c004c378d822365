package org.casebridge.clients;

import org.casebridge.kernel.Worded;

/** Sex or gender as papers and other systems record it (FHIR administrative gender); what a person says of themselves stands in words beside it. */
public enum Sex implements Worded {
    FEMALE("Female"), MALE("Male"), ANOTHER("Another"), UNKNOWN("Not known");

    private final String words;

    Sex(String words) {
        this.words = words;
    }

    @Override
    public String words() { return words; }
}
