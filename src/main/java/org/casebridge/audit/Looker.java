package org.casebridge.audit;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.casebridge.access.Because;
import org.casebridge.access.Role;

/** Somebody who looked at a record: how often, the last time, and because of what they can reach it now ({@code access.reach}; none for a wide role). */
public record Looker(String name, Role role, int times, Instant last, String because) {

    public List<Because> reasons() {
        return because.isEmpty() ? List.of() : Stream.of(because.split(" ")).map(Because::of).toList();
    }
}
