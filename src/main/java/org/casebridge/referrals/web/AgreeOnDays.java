package org.casebridge.referrals.web;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Within how many working days a service answers. */
public record AgreeOnDays(@NotNull(message = "Agree on 1 to 60 working days.") @Nullable Integer workingDays) {}
