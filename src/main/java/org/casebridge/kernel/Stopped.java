package org.casebridge.kernel;

/** Why Casebridge cannot start or go on, in one English sentence for the operator at a terminal. (People at a page meet {@link Refused}.) */
public final class Stopped extends RuntimeException {

    public Stopped(String sentence) {
        super(sentence);
    }

    public Stopped(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
