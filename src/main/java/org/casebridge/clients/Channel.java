package org.casebridge.clients;

import org.casebridge.kernel.Worded;

/** A way to reach a person. */
public enum Channel implements Worded {
    CALL("Phone call"), TEXT("Text message"), EMAIL("E-mail"), LETTER("Letter"), IN_PERSON("In person");

    private final String words;

    Channel(String words) {
        this.words = words;
    }

    @Override
    public String words() { return words; }
}
