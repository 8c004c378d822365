package org.casebridge.clients;

import org.jspecify.annotations.Nullable;

/** What the top of a page about a client tells of the client. {@code goesBy} is null where they go by their legal name. */
record HeadFacts(ClientId id, String name, @Nullable String goesBy, About about, SafeContact contact, boolean noFixedAddress) {

    static HeadFacts of(Client client, boolean noFixedAddress) {
        return new HeadFacts(client.id(), client.name(), client.goesBy().orElse(null), client.about(), client.contact(), noFixedAddress);
    }
}
