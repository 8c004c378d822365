package org.casebridge.clients;

import org.casebridge.kernel.Worded;

/** Whether an interpreter is needed (Title VI of the Civil Rights Act; 45 CFR 92.201). */
public enum Interpreter implements Worded {
    NOT_NEEDED("No interpreter needed"), SPOKEN("Interpreter needed"), SIGN("Sign language interpreter needed");

    private final String words;

    Interpreter(String words) {
        this.words = words;
    }

    @Override
    public String words() { return words; }
}
