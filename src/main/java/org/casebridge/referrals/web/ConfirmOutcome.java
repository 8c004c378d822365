package org.casebridge.referrals.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.casebridge.referrals.Referral;
import org.jspecify.annotations.Nullable;

/** What the client says came of it. */
public record ConfirmOutcome(@NotNull(message = "Choose whether the need is met.") Referral.Met outcome,
                             @NotNull(message = "Write the day on which the client told it.") LocalDate on, @Nullable @Size(max = 2000) String told, @Nullable LocalDate askAgainOn) {}
