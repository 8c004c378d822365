package org.casebridge.referrals;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step of a referral as its page tells it; {@code undone} ones stay to be read. */
public record ReferralStep(UUID id, Instant at, String by, Referral.Side side, Referral.Status status, String words, boolean undone, @Nullable Cause cause, String signed) {

    /** Who took it, as they gave their name when they answered by a link. */
    public String who() {
        return signed.isBlank() ? by : signed + ", " + by;
    }
}
