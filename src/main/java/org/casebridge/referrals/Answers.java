package org.casebridge.referrals;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.consent.Disclosures;
import org.casebridge.consent.Released;
import org.casebridge.consent.Way;
import org.casebridge.directory.OrganizationId;
import org.casebridge.directory.Partners;
import org.casebridge.kernel.Refused;
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
    private final Disclosures disclosures;
    private final Clock clock;

    Answers(ReferralStore store, Referrals referrals, Partners partners, ReferralConsents consents, Disclosures disclosures, Clock clock) {
        this.store = store;
        this.referrals = referrals;
        this.partners = partners;
        this.consents = consents;
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

    /** A referral that was let go to its reader. */
    public record Read(Referral referral, Released released) {}

    /**
     * Lets it be read, and notes the first time that somebody of the organization did. Refuses another organization's, and one that no consent covers any more, as if it
     * did not exist.
     */
    public Read read(ClientId client, ReferralId id) {
        var referral = own(client, id);
        var released = disclosures.find(client, ReferralConsents.release(referral.organizationId(), referral.organization(), Way.PARTNER), List.of(ReferralsShared.piece(referral)))
                .orElseThrow(Answers::notFound);
        if (referral.seenAt() == null) {
            store.replace(referral.seen(clock.instant()));
            referral = store.get(client, id);
        }
        return new Read(referral, released);
    }

    public void answer(ClientId client, ReferralId id, Referral.Status next, String words) {
        var referral = own(client, id);
        if (!consents.cover(client, referral.organizationId(), referral.organization(), id)) {
            throw notFound();
        }
        referrals.move(referral, next, Referral.Side.ORGANIZATION, words);
    }

    private Referral own(ClientId client, ReferralId id) {
        var referral = store.get(client, id);
        if (!referral.live() || referral.status() == Referral.Status.ENTERED_IN_ERROR
                || !partners.organizationsOf(Actor.current().account()).contains(new OrganizationId(referral.organizationId()))) {
            throw notFound();
        }
        return referral;
    }

    private static Refused notFound() {
        return Refused.notFound("That referral could not be found.");
    }
}
