package org.casebridge.caseload;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.casebridge.access.AccountId;
import org.jspecify.annotations.Nullable;

/** Who is away (oneself, when it is not said), who stands in, and from which day to which. */
public record NameStandIn(@Nullable AccountId absent, @NotNull(message = "Choose who stands in.") AccountId standIn,
                          @NotNull(message = "Write the first day.") LocalDate from, @NotNull(message = "Write the last day.") LocalDate until) {}
