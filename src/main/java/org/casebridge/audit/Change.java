package org.casebridge.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row about a record was added, changed or removed. {@code place} is its table; the fields that differ are named, never their values. */
public record Change(Instant at, @Nullable String name, String place, Kind kind, String differing) {

    public enum Kind { ADDED, CHANGED, REMOVED }

    public List<String> fields() {
        return differing.isEmpty() ? List.of() : List.of(differing.split(" "));
    }

    /** The module whose table it is. */
    public String module() {
        return place.substring(0, place.indexOf('.'));
    }
}
