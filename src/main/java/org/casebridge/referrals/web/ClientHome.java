package org.casebridge.referrals.web;

import java.util.Comparator;
import java.util.Objects;
import org.casebridge.clients.Address;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.directory.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a client lives on the map, so that services are found from there without anybody typing it. */
@Component
class ClientHome {

    private final Clients clients;

    ClientHome(Clients clients) {
        this.clients = clients;
    }

    /** Home before where they are for now; null when neither has coordinates, and never a confidential one: distances would tell it. */
    @Nullable Place of(ClientId client) {
        return clients.get(client).addresses().stream()
                .filter(it -> !it.confidential() && it.latitude() != null && it.longitude() != null && it.kind() != Address.Kind.FORMER && it.kind() != Address.Kind.MAILING)
                .min(Comparator.comparing(Address::kind))
                .map(it -> new Place("", Objects.requireNonNull(it.latitude()), Objects.requireNonNull(it.longitude()))).orElse(null);
    }
}
