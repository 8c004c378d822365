package org.casebridge.clients;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A client on a list. */
public record ClientLine(ClientId id, String name, @Nullable LocalDate bornOn, boolean bornEstimated, String pronouns, boolean deceased) {

    public String path() {
        return "/clients/" + id.text();
    }
}
