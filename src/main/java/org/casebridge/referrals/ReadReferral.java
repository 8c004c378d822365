package org.casebridge.referrals;

import java.util.List;
import org.casebridge.consent.Released;

/** A referral that was let go to its reader, with what goes along. */
public record ReadReferral(Referral referral, Released released, List<ReferralMessage> messages) {}
