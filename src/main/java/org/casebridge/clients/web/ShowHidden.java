package org.casebridge.clients.web;

import jakarta.validation.constraints.NotNull;
import org.casebridge.clients.RevealPurpose;
import org.jspecify.annotations.Nullable;

/** Asking for a hidden number or address. */
record ShowHidden(@NotNull(message = "Choose what you need it for: it is noted with your look.") @Nullable RevealPurpose why) {}
