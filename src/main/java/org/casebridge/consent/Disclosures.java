package org.casebridge.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.casebridge.access.Actor;
import org.casebridge.audit.Deed;
import org.casebridge.audit.Deeds;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way out. Each release asks {@link Rules} about every piece, with the consents as they stand now, drops what stays without a trace, and writes its row in the
 * account in the same transaction; only then does anybody get a {@link Released} to put into a file or a page.
 */
@Service
@Transactional
public class Disclosures {

    /** 45 CFR 164.528(a)(2)(ii)(C). */
    static final int ORAL_DAYS = 30;

    /** Asked for when needed: some of them share by this very door. */
    private final ObjectProvider<Shareable> sources;
    private final ConsentStore consents;
    private final DisclosureStore store;
    private final Labels labels;
    private final Clients clients;
    private final org.casebridge.access.Reach reach;
    private final Deeds deeds;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Disclosures(ObjectProvider<Shareable> sources, ConsentStore consents, DisclosureStore store, Labels labels, Clients clients, org.casebridge.access.Reach reach, Deeds deeds, ApplicationEventPublisher events,
                TransactionTemplate transaction, Clock clock) {
        this.sources = sources;
        this.consents = consents;
        this.store = store;
        this.labels = labels;
        this.clients = clients;
        this.reach = reach;
        this.deeds = deeds;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What would leave now, by the same rules as {@link #release}. */
    @Transactional(readOnly = true)
    public Preview preview(ClientId client, Release release) {
        return decide(about(client), release, gather(client, release.parts()));
    }

    /** Releases what may leave of these parts. Refuses when nothing may, and an unnamed ground. */
    public Released release(ClientId client, Release release) {
        return release(client, release, gather(client, release.parts()));
    }

    /** The same for pieces that the caller read itself: a partner's page, a list. */
    public Released release(ClientId client, Release release, List<Piece> pieces) {
        return find(client, release, pieces).orElseThrow(() -> Refused.conflict("Nothing of this may be shared with {recipient} now.", release.recipient().name()));
    }

    /** The same, where nothing that may leave is an answer too: nothing is then written. */
    public java.util.Optional<Released> find(ClientId client, Release release, List<Piece> pieces) {
        check(client, release);
        var about = about(client);
        var leaving = decide(about, release, guarded(client, pieces)).leaving();
        if (leaving.isEmpty()) {
            return java.util.Optional.empty();
        }
        var now = clock.instant();
        var id = DisclosureId.next();
        var used = used(leaving);
        var out = leaving.stream().map(Preview.Line::piece).toList();
        note(id, client, now, release, out, used);
        return java.util.Optional.of(released(id, about, now, release, out, used));
    }

    /**
     * A long export: part by part, each in a transaction of its own that asks the consents anew, so that one taken back in between holds from the next part on.
     * All parts are one row in the account. Each part is handed over only after its transaction ended. Answers how many pieces left; refuses when none may.
     */
    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.NOT_SUPPORTED)
    public int export(ClientId client, Release release, Consumer<Released> next) {
        check(client, release);
        var id = DisclosureId.next();
        int all = 0;
        for (var source : of(release.parts())) {
            var begun = all > 0;
            var chunk = transaction.execute(_ -> chunk(client, release, source, id, begun));
            if (chunk != null) {
                all += chunk.pieces().size();
                next.accept(chunk);
            }
        }
        if (all == 0) {
            throw Refused.conflict("Nothing of this may be shared with {recipient} now.", release.recipient().name());
        }
        return all;
    }

    private @Nullable Released chunk(ClientId client, Release release, Shareable source, DisclosureId id, boolean begun) {
        var about = about(client);
        var leaving = decide(about, release, guarded(client, source.pieces(client))).leaving();
        if (leaving.isEmpty()) {
            return null;
        }
        var now = clock.instant();
        var used = used(leaving);
        var out = leaving.stream().map(Preview.Line::piece).toList();
        if (begun) {
            store.more(id, client, out, used);
        } else {
            note(id, client, now, release, out, used);
        }
        return released(id, about, now, release, out, used);
    }

    /** The row in the account, the word in the audit and the news of it, all in the release's own transaction. */
    private void note(DisclosureId id, ClientId client, Instant now, Release release, List<Piece> out, Set<ConsentId> used) {
        reach.refuseInEmergency(client.value());
        store.add(id, client, now, release, out, used);
        deeds.note(Deed.DISCLOSURE, client.value(), java.util.Map.of("disclosure", id.text(), "way", release.way().name(), "basis", release.basis().name(), "pieces", out.size()));
        events.publishEvent(new ConsentEvent.Disclosed(client, id, release, out.size()));
    }

    private record About(ClientId client, String name, @Nullable LocalDate bornOn, List<Consent> consents) {}

    private About about(ClientId client) {
        var person = clients.get(client);
        return new About(client, person.name(), person.about().bornOn(), consents.of(client));
    }

    private Preview decide(About about, Release release, List<Piece> pieces) {
        var today = LocalDate.now(clock.withZone(Actor.current().zone()));
        return new Preview(pieces.stream().map(it -> new Preview.Line(it, Rules.decide(it, release, about.consents(), about.bornOn(), today))).toList());
    }

    private List<Piece> gather(ClientId client, Set<Part> parts) {
        var all = new ArrayList<Piece>();
        of(parts).forEach(it -> all.addAll(it.pieces(client)));
        return guarded(client, all);
    }

    private List<Shareable> of(Set<Part> parts) {
        return sources.stream().filter(it -> parts.contains(it.part())).sorted(Comparator.comparing(Shareable::part)).toList();
    }

    private List<Piece> guarded(ClientId client, List<Piece> pieces) {
        var marked = labels.of(client);
        var person = marked.getOrDefault(client.value(), Set.of());
        return pieces.stream().map(it -> it.guarded(marked.getOrDefault(it.row(), it.part() == Part.REACHING ? person : Set.of()))).toList();
    }

    private static Released released(DisclosureId id, About about, Instant now, Release release, List<Piece> out, Set<ConsentId> used) {
        return new Released(id, about.client(), about.name(), now, release, out, about.consents().stream().filter(it -> used.contains(it.id())).toList());
    }

    private static Set<ConsentId> used(List<Preview.Line> leaving) {
        var used = new HashSet<ConsentId>();
        leaving.forEach(it -> used.addAll(((Verdict.Leaves) it.verdict()).by()));
        return used;
    }

    private void check(ClientId client, Release release) {
        if (Boolean.TRUE.equals(transaction.execute(_ -> store.emergencyOnly(client)))) {
            throw Refused.conflict("You reach this record because of an emergency, and on that nothing leaves. Ask its team to share it.");
        }
        checkSilence(release);
        if (release.parts().isEmpty()) {
            throw Refused.invalid("Choose which parts are shared.").at("parts");
        }
        if (release.basis().needsAuthority() && release.authority().isBlank()) {
            throw Refused.invalid("Name the law, the order or the emergency that this rests on.").at("authority");
        }
        if (release.basis() == Basis.TPO && !Purpose.TPO.contains(release.purpose())) {
            throw Refused.invalid("This ground is for treatment, payment and operations only.").at("purpose");
        }
    }

    /** Only a health oversight or law enforcement agency may ask that the client not be told yet; without its statement in writing for 30 days: 45 CFR 164.528(a)(2). */
    private void checkSilence(Release release) {
        var until = release.silentUntil();
        if (until == null) {
            return;
        }
        if (release.basis() != Basis.OVERSIGHT && release.basis() != Basis.LAW_ENFORCEMENT) {
            throw Refused.invalid("Only a health oversight or law enforcement agency may ask that the client not be told yet (45 CFR 164.528(a)(2)).").at("silentUntil");
        }
        if (release.request().isBlank() && until.isAfter(LocalDate.now(clock.withZone(Actor.current().zone())).plusDays(ORAL_DAYS))) {
            throw Refused.invalid("Without their statement in writing the client is kept waiting for {days} days at most (45 CFR 164.528(a)(2)(ii)).", ORAL_DAYS).at("silentUntil");
        }
    }

    /** Everything that left since that day, the newest first. */
    @Transactional(readOnly = true)
    public List<Disclosure> of(ClientId client, LocalDate since) {
        clients.get(client);
        return store.of(client, since.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
