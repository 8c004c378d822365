package org.casebridge.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.casebridge.access.Actor;
import org.casebridge.audit.Deed;
import org.casebridge.audit.Deeds;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.data.Together;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking down consents, taking them back, and asking whether one covers something. Nothing is remembered between two questions. */
@Service
@Transactional
public class Consents {

    private final ConsentStore store;
    private final Clients clients;
    private final Deeds deeds;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Consents(ConsentStore store, Clients clients, Deeds deeds, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.clients = clients;
        this.deeds = deeds;
        this.events = events;
        this.clock = clock;
    }

    /** The newest first. Refuses a client out of reach. */
    @Transactional(readOnly = true)
    public List<Consent> of(ClientId client) {
        clients.get(client);
        return store.of(client);
    }

    @Transactional(readOnly = true)
    public Consent get(ClientId client, ConsentId id) {
        return store.get(client, id);
    }

    /** Asked together with others. */
    public Supplier<List<Ending>> ending(Together.Questions questions, Collection<ClientId> of, LocalDate today, LocalDate until) {
        return of.isEmpty() ? List::of : store.ending(questions, of, today, until);
    }

    /** The elements it still lacks, each with its law. */
    @Transactional(readOnly = true)
    public List<Element> missing(ClientId client, NewConsent said) {
        return List.copyOf(Elements.missing(said, clients.get(client).about().bornOn()));
    }

    /** Refuses one that lacks an element, that is signed in the future or begins before it was signed, and one that would replace another's. */
    public Consent record(ClientId client, NewConsent said) {
        for (var element : missing(client, said)) {
            throw Refused.invalid("{what} ({law})", element, element.law()).at(element.field());
        }
        check(said);
        var now = clock.instant();
        var id = ConsentId.next();
        if (said.replaces() != null) {
            store.get(client, said.replaces());
            store.replaced(client, said.replaces(), now);
        }
        store.add(id, client, said, now);
        var consent = store.get(client, id);
        deeds.note(Deed.CONSENT, client.value(), Map.of("consent", id.text(), "deed", "RECORDED"));
        events.publishEvent(new ConsentEvent.Recorded(consent));
        return consent;
    }

    /** Takes it back, from the next request on; what left before stays left (42 CFR 2.31(a)(6)). */
    public void revoke(ClientId client, ConsentId id, RevokeConsent said) {
        store.hold(client, id);
        var consent = store.get(client, id);
        var revocation = new Revocation(said.all(), said.classSet(), said.partSet(), said.saidBy(), said.how(), said.said(), clock.instant(), Actor.current().name());
        consent.needsRevocable(revocation, clients.get(client).about().bornOn(), today());
        store.add(client, id, revocation);
        deeds.note(Deed.CONSENT, client.value(), Map.of("consent", id.text(), "deed", "REVOKED", "whole", said.all()));
        events.publishEvent(new ConsentEvent.Revoked(store.get(client, id), revocation));
    }

    /** The event it was to end with came on that day. Refuses a day still to come, and a consent without such an event. */
    public void happened(ClientId client, ConsentId id, LocalDate on) {
        var consent = store.get(client, id);
        if (consent.term().expiresWhen().isBlank()) {
            throw Refused.conflict("This consent does not end with an event.");
        }
        if (on.isAfter(today()) || on.isBefore(consent.signature().on())) {
            throw Refused.invalid("Choose a day between {from}, when it was signed, and today.", consent.signature().on()).at("on");
        }
        store.happened(client, id, on);
    }

    /** Whether every class of this part may go to this recipient for this purpose now. */
    @Transactional(readOnly = true)
    public boolean allows(ClientId client, Recipient recipient, Purpose purpose, Part part, Set<DataClass> classes) {
        var release = Release.byConsent(recipient, purpose, Set.of(part), Way.ELSEWHERE);
        return Rules.decide(new Piece(part, client.value(), classes, null, "", List.of()), release, store.of(client), clients.get(client).about().bornOn(), today())
                instanceof Verdict.Leaves;
    }

    /** The consents that cover this now, for whoever shows them before asking anew. */
    @Transactional(readOnly = true)
    public List<Consent> covering(ClientId client, Recipient recipient, Purpose purpose, Part part, Set<DataClass> classes) {
        var release = Release.byConsent(recipient, purpose, Set.of(part), Way.ELSEWHERE);
        var born = clients.get(client).about().bornOn();
        return store.of(client).stream().filter(it -> classes.stream().anyMatch(one -> it.hindrance(release, part, one, born, today()) == null)).toList();
    }

    /** When a consent that named this recipient was last taken back. */
    @Transactional(readOnly = true)
    public @Nullable LocalDate takenBack(ClientId client, Recipient recipient) {
        return store.of(client).stream().filter(it -> it.designation().means(recipient)).flatMap(it -> it.revocations().stream())
                .map(it -> it.at().atZone(Actor.current().zone()).toLocalDate()).max(LocalDate::compareTo).orElse(null);
    }

    private void check(NewConsent said) {
        if (said.scope().classes().isEmpty()) {
            throw Refused.invalid("Choose what kind of record may be shared.").at("classes");
        }
        if (said.scope().parts().isEmpty() || said.scope().parts().stream().anyMatch(Part::clientsOwn)) {
            throw Refused.invalid("Choose which parts may be shared.").at("parts");
        }
        if (said.signature().on().isAfter(today())) {
            throw Refused.invalid("It cannot have been signed on a day that is still to come.").at("signedOn");
        }
        if (said.term().startsOn().isBefore(said.signature().on())) {
            throw Refused.invalid("It cannot begin before it was signed.").at("startsOn");
        }
        if (said.term().expiresOn() != null && said.term().expiresOn().isBefore(said.term().startsOn())) {
            throw Refused.invalid("It cannot end before it begins.").at("expiresOn");
        }
        var signature = said.signature();
        if (signature.kind() == Signature.Kind.DRAWN && (signature.strokes().isBlank() || !Signature.STROKES.matcher(signature.strokes()).matches())) {
            throw Refused.invalid("Nothing was drawn. Draw the signature, or choose a typed name.").at("strokes");
        }
        if (signature.kind() == Signature.Kind.PAPER && signature.paperKept().isBlank()) {
            throw Refused.invalid("Write where the signed paper is kept.").at("paperKept");
        }
        if (signature.kind() == Signature.Kind.VERBAL && signature.witness().isBlank()) {
            throw Refused.invalid("Write who heard it besides you.").at("witness");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
