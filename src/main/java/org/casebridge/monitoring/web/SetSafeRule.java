package org.casebridge.monitoring.web;

import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** When and how it is safe to reach a client; {@code seen} is the version that was changed. */
record SetSafeRule(@Nullable LocalTime from, @Nullable LocalTime until, @Nullable @Size(max = 60) String codeWord, @Nullable Boolean sharedPhone, @Nullable Integer seen) {}
