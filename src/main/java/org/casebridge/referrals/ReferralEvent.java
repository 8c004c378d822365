package org.casebridge.referrals;

import org.casebridge.clients.ClientId;

/** What others may need to know about a referral. */
public sealed interface ReferralEvent {

    ReferralId id();

    ClientId clientId();

    record Sent(ReferralId id, ClientId clientId) implements ReferralEvent {}

    record Moved(ReferralId id, ClientId clientId, Referral.Status status) implements ReferralEvent {}

    record Closed(ReferralId id, ClientId clientId, Referral.Met outcome) implements ReferralEvent {}
}
