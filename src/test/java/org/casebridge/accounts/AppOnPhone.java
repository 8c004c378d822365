package org.casebridge.accounts;

import java.time.Instant;

/** An authenticator app that was given this seed. */
public record AppOnPhone(String seed) {

    /** What it shows now. */
    public String now() {
        return at(0);
    }

    /** What it shows in half a minute, which is accepted a little early: for whoever just used what it shows now. */
    public String next() {
        return at(1);
    }

    private String at(int steps) {
        return Totp.code(Visitor.bytes(seed.replace(" ", "")), Instant.now().getEpochSecond() / Totp.SECONDS + steps, Totp.DIGITS, "HmacSHA1");
    }
}
