package org.casebridge.referrals.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.casebridge.careplans.GoalId;
import org.casebridge.codes.NeedCategory;
import org.casebridge.consent.Part;
import org.casebridge.referrals.NewReferral;
import org.casebridge.referrals.Referral;
import org.casebridge.referrals.ReferralId;
import org.jspecify.annotations.Nullable;

/** A referral to a chosen service. Without the day on which the client agreed it cannot be sent; {@code look} asks to see first what leaves. */
public record SendReferral(
        @NotNull(message = "Choose what it is needed for.") NeedCategory need,
        @Nullable GoalId goal,
        @NotBlank(message = "Write what you ask them to do.") @Size(max = 2000) String asked,
        @NotNull(message = "Choose how soon they should answer.") Referral.Urgency urgency,
        @Nullable @Size(max = 4000) String shared,
        @NotBlank(message = "Write how they can reach the client safely.") @Size(max = 500) String reachBy,
        @NotNull(message = "Ask the client first, and write the day on which they agreed.") LocalDate agreedOn,
        @Nullable @Size(max = 30) List<@Size(max = 200) String> forWhom,
        @Nullable @Size(max = 20) List<Part> parts,
        @Nullable ReferralId insteadOf,
        @Nullable ReferralId partOf) {

    NewReferral said() {
        return new NewReferral(need, goal, asked, urgency, shared == null ? "" : shared, reachBy, agreedOn, forWhom == null ? "" : String.join("; ", forWhom),
                insteadOf == null ? null : insteadOf.value(), partOf == null ? null : partOf.value(), chosen());
    }

    private Set<Part> chosen() {
        return parts == null || parts.isEmpty() ? Set.of() : EnumSet.copyOf(parts);
    }
}
