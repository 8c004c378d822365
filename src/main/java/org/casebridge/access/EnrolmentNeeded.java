package org.casebridge.access;

/** This person has to set up a second factor before anything else; {@code accounts} leads them there. */
public final class EnrolmentNeeded extends RuntimeException {

    EnrolmentNeeded() {
        super("a second factor must be set up first", null, false, false);
    }
}
