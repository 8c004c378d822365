package org.casebridge.clients;

import org.casebridge.kernel.Worded;

/** Yes or no, to a question that may also not have been asked yet (null). */
public enum YesNo implements Worded {
    YES("Yes"), NO("No");

    private final String words;

    YesNo(String words) {
        this.words = words;
    }

    @Override
    public String words() { return words; }
}
