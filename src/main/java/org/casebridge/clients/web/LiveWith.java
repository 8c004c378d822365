package org.casebridge.clients.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.HouseholdRole;
import org.jspecify.annotations.Nullable;

/** Adding someone to a household: another client, or somebody by name. */
record LiveWith(@Nullable ClientId other, @Size(max = 200) @Nullable String name, @Nullable LocalDate bornOn,
                @NotNull(message = "Say what they are to the head of the household.") @Nullable HouseholdRole role) {}
