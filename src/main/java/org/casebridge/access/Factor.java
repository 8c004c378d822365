package org.casebridge.access;

import org.casebridge.kernel.Worded;

/** A way in which a person has shown that it is them. A session remembers when each was last shown. */
public enum Factor implements Worded {

    PASSWORD("password"),
    /** A code of six digits from an authenticator app (RFC 6238). */
    TOTP("code from an app"),
    /** A passkey with user verification: two factors in one (NIST SP 800-63B-4, 3.1.7). */
    PASSKEY("passkey"),
    /** One of the codes printed for the day the phone is lost. */
    RECOVERY("recovery code"),
    /** Another organization's sign-in, which vouched for two factors. */
    OIDC("your organization’s sign-in");

    private final String words;

    Factor(String words) {
        this.words = words;
    }

    @Override
    public String words() { return words; }
}
