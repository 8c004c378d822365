package org.casebridge.referrals;

import java.time.LocalDate;
import org.casebridge.careplans.GoalId;
import org.casebridge.codes.NeedCategory;
import org.jspecify.annotations.Nullable;

/** What is asked, what goes along, how the client wants to be reached, and the day on which they agreed to it. */
public record NewReferral(NeedCategory need, @Nullable GoalId goal, String asked, Referral.Urgency urgency, String shared, String reachBy, LocalDate agreedOn) {}
