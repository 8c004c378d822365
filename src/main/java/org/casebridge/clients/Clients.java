package org.casebridge.clients;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.casebridge.access.Actor;
import org.casebridge.access.Reach;
import org.casebridge.data.Together;
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

    /** Refuses what {@link #add} would refuse, and adds nobody. */
    @Transactional(readOnly = true)
    public NewClient check(NewClient said) {
        Client.add(said, clock.instant(), Actor.current().account(), today());
        return said;
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

    /** Only how they may be reached, for what is asked with each contact. Refuses as {@link #get} does. */
    @Transactional(readOnly = true)
    public SafeContact contact(ClientId id) {
        return store.contact(id).orElseThrow(Clients::unknown);
    }

    @Transactional(readOnly = true)
    public Optional<Client> find(ClientId id) {
        return store.find(id);
    }

    /** Read when the questions were asked. */
    Supplier<Optional<HeadFacts>> head(Together.Questions questions, ClientId id) {
        return store.head(questions, id);
    }

    /** The client who came from this file or system, if they were added before. */
    @Transactional(readOnly = true)
    public Optional<ClientId> findBySource(String source) {
        return store.findBySource(source);
    }

    /** What is known of who they are. Refuses when the record is no longer the version that was read. */
    public Client describe(ClientId id, int version, List<PersonName> names, About about) {
        var client = unchanged(id, version);
        var said = client.name(names, about, today());
        store.replace(said);
        tellDeath(client, about);
        return said;
    }

    /** All that is known of them at once, as the system they come from tells it anew. Refuses when the record is no longer the version that was read. */
    public Client retell(ClientId id, int version, NewClient now) {
        var client = unchanged(id, version);
        var said = client.name(now.names(), now.about(), today()).reach(now.contact(), now.points(), now.addresses()).identify(now.identifiers());
        store.replace(said);
        tellDeath(client, now.about());
        tellMove(client, said);
        return said;
    }

    private void tellDeath(Client before, About about) {
        if (about.deceased() && !before.about().deceased()) {
            events.publishEvent(new ClientEvent.Died(before.id(), clock.instant(), Optional.ofNullable(about.deceasedOn())));
        }
    }

    private void tellMove(Client before, Client now) {
        if (now.noFixedAddress() && !before.noFixedAddress()) {
            events.publishEvent(new ClientEvent.LostHome(now.id(), clock.instant()));
        } else if (now.movedFrom(before)) {
            events.publishEvent(new ClientEvent.Moved(now.id(), clock.instant()));
        }
    }

    /** How they can be reached, safely. Refuses when the record is no longer the version that was read. */
    public Client reach(ClientId id, int version, SafeContact contact, List<ContactPoint> points, List<Address> addresses) {
        var before = unchanged(id, version);
        var said = before.reach(contact, points, addresses);
        store.replace(said);
        tellMove(before, said);
        return said;
    }

    /** The numbers that other systems know them by. Refuses when the record is no longer the version that was read. */
    public Client identify(ClientId id, int version, List<Identifier> identifiers) {
        var said = unchanged(id, version).identify(identifiers);
        store.replace(said);
        return said;
    }

    private Client unchanged(ClientId id, int version) {
        var client = get(id);
        if (client.version() != version) {
            throw changed();
        }
        return client;
    }

    static Refused changed() {
        return Refused.conflict("Someone else changed this record while you were writing. Look at what it says now, then save again if yours is right.");
    }

    static Refused unknown() {
        return Refused.notFound("That client could not be found among those you work with.");
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
