package org.casebridge.referrals.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.casebridge.referrals.Cause;
import org.casebridge.referrals.Referral;
import org.jspecify.annotations.Nullable;

/** What an organization without an account answers, and who it is that answers for it. */
public record AnswerByLink(@NotNull(message = "Choose what you answer.") Referral.Status next, @Nullable Cause cause, @Nullable @Size(max = 2000) String words,
                           @NotBlank(message = "Write your name, so that they know who answered.") @Size(max = 100) String name) {

    String why() {
        return words == null ? "" : words;
    }
}
