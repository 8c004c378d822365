package org.casebridge.careplans;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.casebridge.messaging.Mode;
import org.jspecify.annotations.Nullable;

/** A service that was given for a goal: noted ({@code id}), or counted from a contact that served it ({@code contactId}). */
public record Delivery(@Nullable UUID id, @Nullable UUID contactId, GoalId goalId, LocalDate onDay, BigDecimal units, Goal.Unit unit, String provider, String funding, @Nullable LocalDate struckOn,
                       @Nullable String strike) {

    /** What is said of a service that is noted. */
    public record Said(LocalDate on, BigDecimal units, Goal.Unit unit, String provider, String funding) {}

    /** Which contacts count: those of this mode, one unit each or one for every so many minutes, begun ones in part (two digits). */
    public record Mapping(UUID id, Mode mode, Goal.Unit unit, @Nullable Integer minutes, String funding, LocalDate appliesFrom, @Nullable LocalDate endedOn, String setBy) {}

    /** What a mapping would count among contacts of the last 90 days that the reader reaches. */
    public record Preview(int contacts, BigDecimal units, int withoutMinutes) {}
}
