package org.casebridge.demo;

import java.time.LocalDate;
import java.util.List;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.HouseholdRole;
import org.casebridge.clients.Support;
import org.casebridge.clients.SupportId;
import org.casebridge.clients.YesNo;
import org.jspecify.annotations.Nullable;

/** Somebody close to a made-up person: who lives with them, or who supports them and what they let us share. */
record DemoClose(String name, @Nullable LocalDate bornOn, @Nullable HouseholdRole lives, Support.@Nullable Relation relation, List<Support.Role> roles,
                 List<Support.Permission> permissions, String phone) {

    static DemoClose lives(String name, String bornOn, HouseholdRole role) {
        return new DemoClose(name, LocalDate.parse(bornOn), role, null, List.of(), List.of(), "");
    }

    /** {@code lastTwo}: of a number that rings nowhere. */
    static DemoClose supports(String name, Support.Relation relation, String lastTwo, List<Support.Role> roles, Support.Permission... permissions) {
        return new DemoClose(name, null, null, relation, roles, List.of(permissions), "(212) 555-01" + lastTwo);
    }

    void add(DemoWays ways, ClientId client) {
        if (lives != null) {
            ways.households().join(client, name, bornOn, lives);
        }
        if (relation != null) {
            ways.supports().add(new Support(SupportId.next(), client, name, relation, roles, permissions, phone, "", "", YesNo.YES, YesNo.YES, "", null, 0));
        }
    }
}
