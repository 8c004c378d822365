package org.casebridge.tasks;

import java.time.Duration;
import java.time.Instant;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;

/** When a worker meets somebody, about a client or not: {@code withWhom} and {@code place} in words, either may be empty; {@code withClient} when the client takes part. */
public record Appointment(AppointmentId id, @Nullable ClientId clientId, AccountId worker, String title, Instant startsAt, int minutes, String withWhom,
                          String place, boolean withClient, @Nullable Instant cancelledAt, @Nullable AccountId cancelledBy, @Nullable String reason, int version) {

    /** What, when, with whom and where, as its form says it; and whether the client takes part. */
    public record Said(String title, Instant startsAt, int minutes, String withWhom, String place, boolean withClient) {

        Instant endsAt() {
            return startsAt.plus(Duration.ofMinutes(minutes));
        }
    }

    /** The same appointment at another time, with other words or in another place. Refuses one that is cancelled. */
    public Appointment change(Said said) {
        if (cancelledAt != null) {
            throw Refused.conflict("This appointment was cancelled already.");
        }
        return new Appointment(id, clientId, worker, said.title(), said.startsAt(), said.minutes(), said.withWhom(), said.place(), said.withClient(), null, null, null, version);
    }

    /** Refuses one that is cancelled already, and a cancellation without a reason. */
    public Appointment cancel(String reason, AccountId by, Instant at) {
        if (cancelledAt != null) {
            throw Refused.conflict("This appointment was cancelled already.");
        }
        if (reason.isBlank()) {
            throw Refused.invalid("Say why it is cancelled.").at("reason");
        }
        return new Appointment(id, clientId, worker, title, startsAt, minutes, withWhom, place, withClient, at, by, reason, version);
    }
}
