package org.casebridge.referrals;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.casebridge.careplans.GoalId;
import org.casebridge.codes.NeedCategory;
import org.casebridge.consent.Part;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, what goes along, how the client wants to be reached, and the day on which they agreed to it. {@code forWhom}: whom of the household it is for besides;
 * {@code insteadOf}: the referral it stands in for; {@code partOf}: the one it is a part of; {@code parts}: what of the record goes along, as far as consents cover it.
 */
public record NewReferral(NeedCategory need, @Nullable GoalId goal, String asked, Referral.Urgency urgency, String shared, String reachBy, LocalDate agreedOn,
                          String forWhom, @Nullable UUID insteadOf, @Nullable UUID partOf, Set<Part> parts) {

    public NewReferral {
        parts = Set.copyOf(parts);
    }

    /** Of the client alone, on its own, with nothing of the record. */
    public NewReferral(NeedCategory need, @Nullable GoalId goal, String asked, Referral.Urgency urgency, String shared, String reachBy, LocalDate agreedOn) {
        this(need, goal, asked, urgency, shared, reachBy, agreedOn, "", null, null, Set.of());
    }
}
