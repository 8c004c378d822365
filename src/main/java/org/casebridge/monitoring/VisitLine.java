package org.casebridge.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.messaging.ContactId;
import org.casebridge.messaging.Mode;
import org.jspecify.annotations.Nullable;

/** A visit as lists and calendars show it, with the names of client and worker. */
public record VisitLine(VisitId id, ClientId clientId, String client, AccountId worker, String workerName, @Nullable UUID series, Instant startsAt, int minutes, Mode mode, String place,
                        String purpose, Visit.Status status, @Nullable String reason, @Nullable ContactId contactId) {

    public String path() {
        return "/clients/" + clientId.text() + "/visits/" + id.text();
    }

    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(minutes));
    }
}
