package org.casebridge.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import org.casebridge.clients.ClientId;
import org.jspecify.annotations.Nullable;

/** One of an agency's people whose contact is late, with who carries them, and how many there are in all. */
record LateContact(ClientId clientId, String client, int days, LocalDate openedOn, @Nullable Instant lastReached, int attempts, Cadence.Basis basis, @Nullable AcuityLevel level, String worker, int people) {

    Cadence cadence() {
        return new Cadence(clientId, client, days, openedOn, lastReached, attempts, basis, level);
    }
}
