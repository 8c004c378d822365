package org.casebridge.planner;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.casebridge.access.AccountId;
import org.jspecify.annotations.Nullable;

/** What of a plan is accepted: visits at their new times, and people seen on the way; {@code seen} is of the plan as it was shown. */
public record AcceptPlan(@NotNull(message = "Choose the day.") LocalDate from, DayPlan.@NotNull(message = "Choose how long.") Span span, @Nullable List<AccountId> worker, @NotBlank(message = "Look at the plan again.") String seen,
                         @Nullable @Size(max = 200) List<String> move, @Nullable @Size(max = 50) List<String> offer) {}
