package org.casebridge.audit;

import java.time.Instant;
import java.util.List;
import org.casebridge.access.Role;

/** Somebody who looked at a record: how often, the last time, and because of what they can reach it now ({@code access.reach}; none for a wide role). */
public record Looker(String name, Role role, int times, Instant last, String because) {

    public List<String> reasons() {
        return because.isEmpty() ? List.of() : List.of(because.split(" "));
    }
}
