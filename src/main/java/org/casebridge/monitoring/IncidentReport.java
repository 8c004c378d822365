package org.casebridge.monitoring;

import java.time.Instant;
import java.util.UUID;
import org.casebridge.clients.ClientId;
import org.jspecify.annotations.Nullable;

/** A report of an incident to somebody by a rule: due, or made and how. */
public record IncidentReport(UUID id, ClientId clientId, String client, IncidentId incidentId, Incident.Kind kind, IncidentRule rule, String ownerName, Instant dueAt, @Nullable Instant madeAt,
                             @Nullable String how) {

    public boolean late(Instant now) {
        return madeAt == null && dueAt.isBefore(now);
    }
}
