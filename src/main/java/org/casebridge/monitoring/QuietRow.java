package org.casebridge.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.casebridge.clients.ClientId;
import org.jspecify.annotations.Nullable;

/** A client near or past their cadence as the store reads them; {@code never} are the names of channels that are never to be used. */
record QuietRow(ClientId clientId, String client, int days, LocalDate openedOn, @Nullable Instant lastReached, int attempts, Cadence.Basis basis, @Nullable AcuityLevel level, String workers,
                int flags, List<String> never) {

    Cadence cadence(int tried) {
        return new Cadence(clientId, client, days, openedOn, lastReached, tried, basis, level);
    }
}
