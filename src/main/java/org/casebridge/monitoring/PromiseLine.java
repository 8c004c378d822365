package org.casebridge.monitoring;

import java.time.LocalDate;
import org.casebridge.clients.ClientId;
import org.casebridge.messaging.ContactId;
import org.jspecify.annotations.Nullable;

/** A promise as lists show it, with the names of the client and of its owner. */
public record PromiseLine(PromiseId id, ClientId clientId, String client, @Nullable ContactId contactId, String words, Promise.By by, String who, String ownerName, LocalDate dueOn, Promise.Status status,
                          @Nullable LocalDate settledOn, @Nullable String reason) {

    /** Open beyond its day. */
    public boolean late(LocalDate today) {
        return status == Promise.Status.OPEN && dueOn.isBefore(today);
    }
}
