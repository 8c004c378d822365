package org.casebridge.referrals;

import java.time.Instant;

/** What one side wrote to the other; {@code signed} is the name that whoever answers by a link gave. */
public record ReferralMessage(Instant at, String by, Referral.Side side, String signed, String words) {

    public String who() {
        return signed.isBlank() ? by : signed + ", " + by;
    }
}
