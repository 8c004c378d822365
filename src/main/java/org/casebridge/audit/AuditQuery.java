package org.casebridge.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What to look for in the log: null and empty mean any. {@code clients} are alternatives; {@code to} is exclusive. */
public record AuditQuery(@Nullable UUID actor, List<UUID> clients, AuditLine.@Nullable Kind kind, boolean refused, @Nullable Instant from, @Nullable Instant to) {

    public AuditQuery {
        clients = List.copyOf(clients);
    }
}
