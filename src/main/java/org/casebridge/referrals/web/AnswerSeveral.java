package org.casebridge.referrals.web;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.casebridge.referrals.Cause;
import org.casebridge.referrals.Referral;
import org.casebridge.referrals.ReferralId;
import org.jspecify.annotations.Nullable;

/** One answer to several referrals. */
public record AnswerSeveral(@NotEmpty(message = "Tick the referrals that you answer.") @Size(max = 100) List<ReferralId> referrals,
                            @NotNull(message = "Choose what you answer.") Referral.Status next, @Nullable Cause cause, @Nullable @Size(max = 2000) String words) {}
