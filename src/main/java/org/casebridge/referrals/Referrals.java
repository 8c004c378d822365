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
import org.casebridge.matching.Matches;
import org.casebridge.matching.Papers;
import org.casebridge.tasks.Task;
import org.casebridge.tasks.TaskWords;
import org.casebridge.tasks.Tasks;
import org.jspecify.annotations.Nullable;
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
    private final Packets packets;
    private final Papers papers;
    private final Matches matches;
    private final Tasks tasks;
    private final Story story;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Referrals(ReferralStore store, Services services, Partners partners, CaseFiles cases, ClientHeads heads, ReferralConsents consents, Disclosures disclosures, Packets packets, Papers papers, Matches matches, Tasks tasks, Story story, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.services = services;
        this.partners = partners;
        this.cases = cases;
        this.heads = heads;
        this.consents = consents;
        this.disclosures = disclosures;
        this.packets = packets;
        this.papers = papers;
        this.matches = matches;
        this.tasks = tasks;
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
                !answering.isEmpty(), Referral.Status.REQUESTED, "", now, null, now, false, null, null, null,
                null, said.urgency().workingDays(store.level(service)), said.forWhom(), said.insteadOf(), said.partOf(), null, 0);
        for (var other : java.util.stream.Stream.of(said.insteadOf(), said.partOf()).filter(java.util.Objects::nonNull).toList()) {
            store.get(client, new ReferralId(other));
        }
        store.add(referral);
        store.add(referral, me.account(), Referral.Side.REQUESTER, said.asked(), "", now);
        packets.pack(referral, said.parts());
        papers.used(client, matches.one(client, service).map(org.casebridge.matching.Match::inHand).orElse(java.util.Set.of()), line.name() + ", " + line.organizationName());
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
    public void step(ClientId client, ReferralId id, Referral.Status next, @Nullable Cause cause, String words) {
        move(store.get(client, id), next, Referral.Side.REQUESTER.maySet(next) ? Referral.Side.REQUESTER : Referral.Side.ORGANIZATION, cause, words, "");
    }

    public void step(ClientId client, ReferralId id, Referral.Status next, String words) {
        step(client, id, next, null, words);
    }

    /** The same, done by the organization itself; called by {@link Answers} after it made sure whose referral it is. */
    void move(Referral referral, Referral.Status next, Referral.Side side, @Nullable Cause cause, String words, String signed) {
        var now = clock.instant();
        var moved = referral.move(next, side, cause, words, now);
        store.replace(moved);
        store.add(moved, Actor.current().account(), side, words, signed, now);
        var who = signed.isBlank() ? Actor.current().name() : signed + ", " + Actor.current().name();
        story.tell(moved.clientId(), now, StoryKind.REFERRAL, told(moved),
                words.isBlank() && moved.cause() == null ? Sentence.of("by {name}", who) : Sentence.of("{words} · by {name}", words.isBlank() ? moved.whyNot() : words, who), path(moved));
        events.publishEvent(new ReferralEvent.Moved(moved.id(), moved.clientId(), next));
    }

    public void confirm(ClientId client, ReferralId id, Referral.Met met, LocalDate on, String words) {
        confirm(client, id, met, on, words, null);
    }

    /** With {@code askAgainOn}, a task of the acting person's asks on that day whether it still holds. */
    public void confirm(ClientId client, ReferralId id, Referral.Met met, LocalDate on, String words, @Nullable LocalDate askAgainOn) {
        var referral = store.get(client, id);
        var confirmed = referral.confirm(met, on, words, referral.sentAt().atZone(Actor.current().zone()).toLocalDate(), today());
        store.replace(confirmed);
        if (askAgainOn != null) {
            followUp(client, referral, askAgainOn);
        }
        story.tell(client, clock.instant(), StoryKind.REFERRAL, Sentence.of("{outcome}: {service}", met, referral.service()),
                words.isBlank() ? Sentence.of("confirmed with the client on {day} · by {name}", on, Actor.current().name())
                        : Sentence.of("“{words}” · confirmed with the client on {day} · by {name}", words, on, Actor.current().name()), path(referral));
        events.publishEvent(new ReferralEvent.Closed(id, client, met));
    }

    /** The confirmed outcome does not hold: somebody looks after it again. */
    public void reopen(ClientId client, ReferralId id, String why) {
        var referral = store.get(client, id).reopen();
        store.replace(referral);
        story.tell(client, clock.instant(), StoryKind.REFERRAL, Sentence.of("Opened again: {service}", referral.service()), Sentence.of("{words} · by {name}", why, Actor.current().name()), path(referral));
    }

    /** What else was asked for the same need and is still open. */
    @Transactional(readOnly = true)
    public List<ReferralLine> beside(Referral referral) {
        return store.beside(referral.clientId(), referral.id(), referral.need());
    }

    /** Within how many working days a service agreed to answer; 2 when it agreed to nothing. */
    @Transactional(readOnly = true)
    public int level(ServiceId service) {
        return store.level(service);
    }

    /** Refuses what is not 1 to 60 working days. Holds for what is sent from now on. */
    public void agree(ServiceId service, int workingDays) {
        services.line(service);
        if (workingDays < 1 || workingDays > 60) {
            throw Refused.invalid("Agree on 1 to 60 working days.").at("workingDays");
        }
        store.setLevel(service, workingDays, Actor.current().account(), clock.instant());
    }

    private void followUp(ClientId client, Referral referral, LocalDate on) {
        if (!on.isAfter(today())) {
            throw Refused.invalid("Choose a day that is still to come.").at("askAgainOn");
        }
        tasks.add(client, new TaskWords(org.casebridge.web.Say.say("Ask again whether it helped: {service}", referral.service()), "", on, null, Actor.current().account(), Task.Priority.NORMAL));
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
        store.replace(referral.back(before.status(), before.status().needsReason() ? before.words() : "", before.status().needsReason() ? before.cause() : null, clock.instant()));
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

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }

    static String path(Referral it) {
        return "/clients/" + it.clientId().text() + "/referrals/" + it.id().text();
    }
}
