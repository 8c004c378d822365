package org.casebridge.access;

/** How far a session has come. */
public enum Standing {
    /** Everything that is asked for was shown. */
    WHOLE,
    /** The password was right; the account's second factor is still to be shown. It opens nothing else. */
    HALF,
    /** Signed in, and has to set up a second factor before anything else. */
    MUST_ENROL
}
