package org.casebridge.clients;

import org.casebridge.kernel.Worded;

/** What a name is to its person, after FHIR's name use (hl7.org/fhir/valueset-name-use.html). */
public enum NameUse implements Worded {
    LEGAL("Legal name"),
    PREFERRED("Name they go by"),
    BIRTH("Name at birth"),
    FORMER("Former name"),
    ALIAS("Another name they use");

    private final String words;

    NameUse(String words) {
        this.words = words;
    }

    @Override
    public String words() { return words; }
}
