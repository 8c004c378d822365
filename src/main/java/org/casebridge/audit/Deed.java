package org.casebridge.audit;

import org.casebridge.kernel.Worded;

/** What a row of the audit says was done, where neither a changed table nor a page that was looked at says it. The first ones are written by triggers on the tables of {@code access}. */
public enum Deed implements Worded {

    SIGNED_IN("Signed in"),
    SIGNED_OUT("Session ended"),
    SESSION_CHANGED("Showed a factor"),
    ACCOUNT_ADDED("Account added"),
    ACCOUNT_CHANGED("Account changed"),
    ACCOUNT_DISABLED("Account disabled"),
    ACCOUNT_ADMITTED("Account admitted again"),
    PASSWORD_CHANGED("Password changed"),
    ROLE_CHANGED("Role changed"),
    ACCESS_CHANGED("Sign-in settings changed"),
    REACH_CHANGED("Who can reach the record changed"),
    SIGN_IN_FAILED("Sign-in failed"),
    SIGN_IN("Sign-in"),
    ACCESS("Page asked for"),
    BREAK_GLASS("Record opened in an emergency"),
    CONSENT("Consent"),
    DISCLOSURE("Information disclosed"),
    EXPORT("Information exported"),
    REVEAL("Hidden field shown"),
    AUDIT("Audit examined"),
    KEYS_TURNED("Values sealed with a new key"),
    RESTORED("Backup restored");

    private final String words;

    Deed(String words) {
        this.words = words;
    }

    @Override
    public String words() { return words; }
}
