package org.casebridge.planner;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.messaging.Mode;
import org.casebridge.monitoring.AcuityLevel;
import org.casebridge.monitoring.VisitId;
import org.jspecify.annotations.Nullable;

/** A visit that is still planned, with what decides when it can be: the client's safe hours and languages, their acuity, and whether an urgent alert stands. */
public record PlannedVisit(VisitId id, ClientId clientId, String client, AccountId worker, String workerName, Instant startsAt, int minutes, Mode mode, String place, String purpose, int version,
                           @Nullable LocalTime fromAt, @Nullable LocalTime untilAt, @Nullable AcuityLevel level, boolean urgent, List<String> languages) {

    public PlannedVisit {
        languages = List.copyOf(languages);
    }

    public String path() {
        return "/clients/" + clientId.text() + "/visits/" + id.text();
    }

    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(minutes));
    }

    boolean distant() {
        return mode == Mode.PHONE || mode == Mode.VIDEO;
    }
}
