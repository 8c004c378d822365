package org.casebridge.consent;

import java.time.LocalDate;
import org.casebridge.clients.ClientId;

/** A consent that ends soon: whose, for whom, on which day. */
public record Ending(ConsentId id, ClientId clientId, String client, String recipient, LocalDate expiresOn) {

    public String path() {
        return "/clients/" + clientId.text() + "/consents/" + id.text();
    }
}
