package org.casebridge.referrals.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.casebridge.referrals.Cause;
import org.casebridge.referrals.Referral;
import org.jspecify.annotations.Nullable;

/** The next state of a referral, and why or how. */
public record TakeReferralStep(@NotNull(message = "Choose what happened.") Referral.Status next, @Nullable Cause cause, @Nullable @Size(max = 2000) String words) {

    String why() {
        return words == null ? "" : words;
    }
}
