package org.casebridge.monitoring;

import java.time.Instant;
import java.util.UUID;
import org.casebridge.clients.ClientId;
import org.jspecify.annotations.Nullable;

/** A client's acuity with the reason for it: the one that has not ended holds. */
public record Acuity(UUID id, ClientId clientId, AcuityLevel level, String words, String setByName, Instant setAt, @Nullable Instant endedAt) {}
