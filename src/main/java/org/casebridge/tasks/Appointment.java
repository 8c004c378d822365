package org.casebridge.tasks;

import java.time.Instant;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;

/** When a worker meets somebody, about a client or not: {@code withWhom} and {@code place} in words, either may be empty. */
public record Appointment(AppointmentId id, @Nullable ClientId clientId, AccountId worker, String title, Instant startsAt, int minutes, String withWhom,
                          String place, @Nullable Instant cancelledAt, @Nullable AccountId cancelledBy, @Nullable String reason, int version) {

    /** Refuses one that is cancelled already, and a cancellation without a reason. */
    public Appointment cancel(String reason, AccountId by, Instant at) {
        if (cancelledAt != null) {
            throw Refused.conflict("This appointment was cancelled already.");
        }
        if (reason.isBlank()) {
            throw Refused.invalid("Say why it is cancelled.").at("reason");
        }
        return new Appointment(id, clientId, worker, title, startsAt, minutes, withWhom, place, at, by, reason, version);
    }
}
