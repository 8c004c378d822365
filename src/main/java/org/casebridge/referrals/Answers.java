package org.casebridge.referrals;

import java.time.Clock;
import java.util.List;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
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
    private final Clock clock;

    Answers(ReferralStore store, Referrals referrals, Partners partners, Clock clock) {
        this.store = store;
        this.referrals = referrals;
        this.partners = partners;
        this.clock = clock;
    }

    /** Those without an answer first; at most 100. */
    @Transactional(readOnly = true)
    public List<ReferralLine> mine() {
        return store.sentTo(Actor.current().account());
    }

    /** Notes the first time that somebody of the organization read it. Refuses another organization's, as if it did not exist. */
    public Referral read(ClientId client, ReferralId id) {
        var referral = own(client, id);
        if (referral.seenAt() == null) {
            store.replace(referral.seen(clock.instant()));
            referral = store.get(client, id);
        }
        return referral;
    }

    public void answer(ClientId client, ReferralId id, Referral.Status next, String words) {
        referrals.move(own(client, id), next, Referral.Side.ORGANIZATION, words);
    }

    private Referral own(ClientId client, ReferralId id) {
        var referral = store.get(client, id);
        if (!referral.live() || referral.status() == Referral.Status.ENTERED_IN_ERROR
                || !partners.organizationsOf(Actor.current().account()).contains(new OrganizationId(referral.organizationId()))) {
            throw Refused.notFound("That referral could not be found.");
        }
        return referral;
    }
}
