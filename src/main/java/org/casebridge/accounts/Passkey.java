package org.casebridge.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A passkey as its person knows it. */
public record Passkey(PasskeyId id, String name, Instant madeAt, @Nullable Instant usedAt) {}
