package org.casebridge.tasks;

import java.time.Duration;
import java.time.Instant;
import org.casebridge.clients.ClientId;
import org.jspecify.annotations.Nullable;

/** An appointment as lists show it, with the client's name. */
public record AppointmentLine(AppointmentId id, @Nullable ClientId clientId, @Nullable String client, String workerName, String title, Instant startsAt,
                              int minutes, String withWhom, String place, @Nullable Instant cancelledAt, @Nullable String reason) {

    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(minutes));
    }

    public String path() {
        return (clientId == null ? "" : "/clients/" + clientId.text()) + "/appointments/" + id.text();
    }
}
