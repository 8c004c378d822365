package org.casebridge.caseload;

import java.time.LocalDate;
import java.util.UUID;
import org.casebridge.access.AccountId;

/** Somebody stands in for a colleague who is away, from one day to another, both included: until then they reach the colleague's people. It ends by itself. */
public record Coverage(UUID id, AccountId absent, String absentName, AccountId standIn, String standInName, LocalDate fromOn, LocalDate untilOn, String namedBy) {

    public boolean begins(LocalDate today) {
        return fromOn.isAfter(today);
    }

    boolean meets(LocalDate from, LocalDate until) {
        return !fromOn.isAfter(until) && !untilOn.isBefore(from);
    }
}
