package org.casebridge.clients;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.casebridge.access.Actor;
import org.casebridge.access.Reach;
import org.casebridge.kernel.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adding people to the record and keeping what is known of them. */
@Service
@Transactional
public class Clients {

    private final ClientStore store;
    private final Reach reach;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Clients(ClientStore store, Reach reach, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.reach = reach;
        this.events = events;
        this.clock = clock;
    }

    /** Within the reach of whoever adds them. Refuses someone without a name, and days that cannot be. */
    public ClientId add(NewClient said) {
        var now = clock.instant();
        var client = Client.add(said, now, Actor.current().account(), today());
        reach.begin(client.id().value());
        store.add(client);
        events.publishEvent(new ClientEvent.Added(client.id(), now));
        return client.id();
    }

    /** Refuses a client that does not exist or is out of reach, without telling which. */
    @Transactional(readOnly = true)
    public Client get(ClientId id) {
        return store.find(id).orElseThrow(Clients::unknown);
    }

    @Transactional(readOnly = true)
    public Optional<Client> find(ClientId id) {
        return store.find(id);
    }

    /** The client who came from this file or system, if they were added before. */
    @Transactional(readOnly = true)
    public Optional<ClientId> findBySource(String source) {
        return store.findBySource(source);
    }

    static Refused unknown() {
        return Refused.notFound("That client could not be found among those you work with.");
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
