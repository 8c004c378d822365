package org.casebridge.consent;

import java.time.Instant;
import java.util.List;
import org.casebridge.clients.ClientId;

/** Makes what was let go without the door letting it go: a fault that a test must find. */
class PlantedRelease {

    Released letGoByNobody() {
        return new Released(DisclosureId.next(), ClientId.next(), "", Instant.EPOCH, Release.toClient("", java.util.Set.of(Part.PERSON), Way.PDF), List.of(), List.of());
    }
}
