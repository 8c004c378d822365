package org.casebridge.referrals;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one referral. */
public record ReferralId(UUID value) implements Id {

    public static ReferralId next() {
        return new ReferralId(Id.fresh());
    }
}
