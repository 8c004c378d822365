package org.casebridge.referrals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.caseload.CaseEvent;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.consent.Disclosures;
import org.casebridge.consent.Way;
import org.casebridge.directory.PartnerEvent;
import org.casebridge.directory.Partners;
import org.casebridge.directory.ServiceId;
import org.casebridge.directory.Services;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sending a referral, recording what the organization said when it does not answer here, and confirming the outcome with the client. */
@Service
@Transactional
public class Referrals {

    private final ReferralStore store;
    private final Services services;
    private final Partners partners;
    private final CaseFiles cases;
    private final ClientHeads heads;
    private final ReferralConsents consents;
    private final Disclosures disclosures;
    private final Story story;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Referrals(ReferralStore store, Services services, Partners partners, CaseFiles cases, ClientHeads heads, ReferralConsents consents, Disclosures disclosures, Story story, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.services = services;
        this.partners = partners;
        this.cases = cases;
        this.heads = heads;
        this.consents = consents;
        this.disclosures = disclosures;
        this.story = story;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<ReferralLine> of(ClientId client) {
        return store.of(client);
    }

    @Transactional(readOnly = true)
    public List<ReferralLine> openOf(AccountId worker) {
        return store.openOf(worker);
    }

    /** Everybody's open ones within reach, the longest without news first; at most 100. */
    @Transactional(readOnly = true)
    public List<ReferralLine> openOfAll() {
        return store.openOfAll();
    }

    @Transactional(readOnly = true)
    public Referral get(ClientId client, ReferralId id) {
        return store.get(client, id);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<ReferralStep> steps(ClientId client, ReferralId id) {
        return store.steps(client, id);
    }

    /**
     * Goes live when an account answers for the organization, which can then read this referral; else the worker tells them, which is noted as disclosed. Refuses an
     * agreement of a day still to come, and what no consent covers and the client's word alone cannot.
     */
    public Referral send(ClientId client, ServiceId service, NewReferral said) {
        heads.of(client);
        if (said.agreedOn().isAfter(today())) {
            throw Refused.invalid("The client cannot have agreed on a day that is still to come.").at("agreedOn");
        }
        var line = services.line(service);
        var answering = partners.accountsOf(line.organization());
        var now = clock.instant();
        var me = Actor.current();
        var referral = new Referral(ReferralId.next(), client, me.account(), service.value(), line.organization().value(), line.name(), line.organizationName(),
                said.need(), said.goal() == null ? null : said.goal().value(), said.asked(), said.urgency(), said.shared(), said.reachBy(), said.agreedOn(),
                !answering.isEmpty(), Referral.Status.REQUESTED, "", now, null, now, false, null, null, null, 0);
        store.add(referral);
        store.add(referral, me.account(), Referral.Side.REQUESTER, said.asked(), now);
        consents.ensure(client, referral.organizationId(), referral.organization(), referral.id(), said.agreedOn());
        consents.settle(client);
        if (!referral.live()) {
            disclosures.release(client, ReferralConsents.release(referral.organizationId(), referral.organization(), Way.ELSEWHERE), List.of(ReferralsShared.piece(referral)));
        }
        story.tell(client, now, StoryKind.REFERRAL, Sentence.of("Referred to {organization}: {service}", line.organizationName(), line.name()),
                Sentence.of("{need} · agreed with the client on {day} · by {name}", said.need(), said.agreedOn(), me.name()), path(referral));
        events.publishEvent(new ReferralEvent.Sent(referral.id(), client));
        return referral;
    }

    /** What this side does, or what the organization told us; a state of its own is then recorded as its. */
    public void step(ClientId client, ReferralId id, Referral.Status next, String words) {
        move(store.get(client, id), next, Referral.Side.REQUESTER.maySet(next) ? Referral.Side.REQUESTER : Referral.Side.ORGANIZATION, words);
    }

    /** The same, done by the organization itself; called by {@link Answers} after it made sure whose referral it is. */
    void move(Referral referral, Referral.Status next, Referral.Side side, String words) {
        var now = clock.instant();
        var moved = referral.move(next, side, words, now);
        store.replace(moved);
        store.add(moved, Actor.current().account(), side, words, now);
        story.tell(moved.clientId(), now, StoryKind.REFERRAL, told(moved), words.isBlank() ? by() : Sentence.of("{words} · by {name}", words, Actor.current().name()), path(moved));
        events.publishEvent(new ReferralEvent.Moved(moved.id(), moved.clientId(), next));
    }

    public void confirm(ClientId client, ReferralId id, Referral.Met met, LocalDate on, String words) {
        var referral = store.get(client, id);
        var confirmed = referral.confirm(met, on, words, referral.sentAt().atZone(Actor.current().zone()).toLocalDate(), today());
        store.replace(confirmed);
        story.tell(client, clock.instant(), StoryKind.REFERRAL, Sentence.of("{outcome}: {service}", met, referral.service()),
                words.isBlank() ? Sentence.of("confirmed with the client on {day} · by {name}", on, Actor.current().name())
                        : Sentence.of("“{words}” · confirmed with the client on {day} · by {name}", words, on, Actor.current().name()), path(referral));
        events.publishEvent(new ReferralEvent.Closed(id, client, met));
    }

    public void note(ClientId client, ReferralId id) {
        store.replace(store.get(client, id).note());
    }

    /** Takes back the last step, which stays to be read. Refuses the first one, and one that the organization did itself. */
    public void undo(ClientId client, ReferralId id, String why) {
        var referral = store.get(client, id);
        var steps = store.steps(client, id).stream().filter(it -> !it.undone()).toList();
        if (steps.size() < 2) {
            throw Refused.conflict("There is no step to take back. A referral that should not have been sent is cancelled.");
        }
        if (referral.live() && steps.getFirst().side() == Referral.Side.ORGANIZATION && !steps.getFirst().by().equals(Actor.current().name())) {
            throw Refused.conflict("{organization} took that step itself; ask them to change it.", referral.organization());
        }
        var before = steps.get(1);
        store.replace(referral.back(before.status(), before.status().needsReason() ? before.words() : "", clock.instant()));
        store.undo(client, steps.getFirst());
        story.tell(client, clock.instant(), StoryKind.REFERRAL, Sentence.of("Taken back: {status}, {organization}", steps.getFirst().status(), referral.organization()),
                Sentence.of("{words} · by {name}", why, Actor.current().name()), path(referral));
    }

    @EventListener
    void handOver(CaseEvent.Assigned assigned) {
        store.handOver(assigned.clientId(), cases.get(assigned.clientId(), assigned.id()).worker());
    }

    /** Whoever begins to answer for an organization finds what was sent to it and is still open; whoever ends reaches nobody by it any more. */
    @EventListener
    void open(PartnerEvent event) {
        switch (event) {
            case PartnerEvent.Linked linked -> store.openTo(linked.account(), linked.organization());
            case PartnerEvent.Unlinked unlinked -> store.closeTo(unlinked.account());
        }
    }

    private static Sentence told(Referral it) {
        return switch (it.status()) {
            case ACCEPTED -> Sentence.of("{organization} accepted the referral", it.organization());
            case REJECTED -> Sentence.of("{organization} declined the referral", it.organization());
            case IN_PROGRESS -> Sentence.of("{organization} began: {service}", it.organization(), it.service());
            case ON_HOLD -> Sentence.of("{organization} put the referral on hold", it.organization());
            case COMPLETED -> Sentence.of("{organization} completed: {service}", it.organization(), it.service());
            case FAILED -> Sentence.of("{organization} ended it without the service", it.organization());
            case CANCELLED -> Sentence.of("Referral to {organization} cancelled", it.organization());
            case REQUESTED, ENTERED_IN_ERROR -> Sentence.of("Referral to {organization} was entered in error", it.organization());
        };
    }

    private static Sentence by() {
        return Sentence.of("by {name}", Actor.current().name());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }

    static String path(Referral it) {
        return "/clients/" + it.clientId().text() + "/referrals/" + it.id().text();
    }
}
