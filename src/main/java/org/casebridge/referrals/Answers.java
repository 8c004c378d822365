package org.casebridge.referrals;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.clients.ClientId;
import org.casebridge.consent.Disclosures;
import org.casebridge.consent.Piece;
import org.casebridge.consent.Released;
import org.casebridge.consent.Way;
import org.casebridge.directory.OrganizationId;
import org.casebridge.directory.Partners;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The partner's side: the referrals sent to the organizations one answers for, and nothing else about anybody. */
@Service
@Transactional
public class Answers {

    private final ReferralStore store;
    private final Referrals referrals;
    private final Partners partners;
    private final ReferralConsents consents;
    private final Packets packets;
    private final ReferralTalk talk;
    private final Links links;
    private final Disclosures disclosures;
    private final Clock clock;

    Answers(ReferralStore store, Referrals referrals, Partners partners, ReferralConsents consents, Packets packets, ReferralTalk talk, Links links, Disclosures disclosures, Clock clock) {
        this.store = store;
        this.referrals = referrals;
        this.partners = partners;
        this.consents = consents;
        this.packets = packets;
        this.talk = talk;
        this.links = links;
        this.disclosures = disclosures;
        this.clock = clock;
    }

    /** Those without an answer first; at most 100. */
    @Transactional(readOnly = true)
    public List<ReferralLine> mine() {
        return store.sentTo(Actor.current().account());
    }

    /** Lets these lines be read, as far as consents cover them now; one row in the account for each client and organization. */
    public List<Released> let(List<ReferralLine> lines) {
        return lines.stream().collect(Collectors.groupingBy(it -> List.of(it.clientId(), it.organizationId(), it.organization()), LinkedHashMap::new, Collectors.toList()))
                .values().stream()
                .flatMap(it -> disclosures.find(it.getFirst().clientId(), ReferralConsents.release(it.getFirst().organizationId(), it.getFirst().organization(), Way.PARTNER),
                        it.stream().map(ReferralsShared::piece).toList()).stream())
                .toList();
    }

    /**
     * Lets it be read, and notes the first time that somebody of the organization did. Refuses another organization's, and one that no consent covers any more, as if it
     * did not exist.
     */
    public ReadReferral read(ClientId client, ReferralId id) {
        var referral = own(client, id);
        var pieces = new ArrayList<>(List.of(ReferralsShared.piece(referral)));
        pieces.addAll(packets.of(client, id));
        var parts = pieces.stream().map(Piece::part).collect(Collectors.toSet());
        var released = disclosures.find(client, Packets.release(referral.organizationId(), referral.organization(), parts), pieces)
                .filter(it -> it.pieces().stream().anyMatch(piece -> piece.row().equals(id.value()))).orElseThrow(Answers::notFound);
        if (referral.seenAt() == null) {
            store.replace(referral.seen(clock.instant()));
            referral = store.get(client, id);
        }
        return new ReadReferral(referral, released, talk.of(client, id));
    }

    /** {@code signed}: the name of whoever answers by a link. */
    public void answer(ClientId client, ReferralId id, Referral.Status next, @Nullable Cause cause, String words, String signed) {
        referrals.move(covered(client, id), next, Referral.Side.ORGANIZATION, cause, words, signed);
    }

    /** The same answer to each of these that may have it now; answers to how many it was not given. Another's referral counts as one of those. */
    public int answerSeveral(List<ReferralId> ids, Referral.Status next, @Nullable Cause cause, String words) {
        int left = 0;
        var mine = mine().stream().collect(Collectors.toMap(ReferralLine::id, ReferralLine::clientId));
        for (var id : new java.util.LinkedHashSet<>(ids)) {
            var client = mine.get(id);
            var referral = client == null ? null : store.get(client, id);
            if (referral == null || !referral.answers().contains(next) || !consents.cover(client, referral.organizationId(), referral.organization(), id)) {
                left++;
            } else {
                referrals.move(referral, next, Referral.Side.ORGANIZATION, cause, words, "");
            }
        }
        return left;
    }

    /** Asks or tells whoever sent it. */
    public void ask(ClientId client, ReferralId id, String words, String signed) {
        talk.ask(covered(client, id), words, signed);
    }

    private Referral covered(ClientId client, ReferralId id) {
        var referral = own(client, id);
        if (!consents.cover(client, referral.organizationId(), referral.organization(), id)) {
            throw notFound();
        }
        return referral;
    }

    private Referral own(ClientId client, ReferralId id) {
        var referral = store.get(client, id);
        if (!referral.live() || referral.status() == Referral.Status.ENTERED_IN_ERROR
                || !answersFor(referral)) {
            throw notFound();
        }
        return referral;
    }

    private boolean answersFor(Referral referral) {
        return Actor.current().role() == Role.LINK ? links.mine().referralId().equals(referral.id())
                : partners.organizationsOf(Actor.current().account()).contains(new OrganizationId(referral.organizationId()));
    }

    private static Refused notFound() {
        return Refused.notFound("That referral could not be found.");
    }
}
