package org.casebridge.audit.proof;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of the audit, its values as text by the names of their columns. */
public record Row(Map<String, @Nullable String> values) {

    public @Nullable String get(String column) {
        return values.get(column);
    }

    public long id() {
        return Long.parseLong(Objects.requireNonNull(get("id")));
    }

    int epoch() {
        return Integer.parseInt(Objects.requireNonNull(get("epoch")));
    }

    long tx() {
        return Long.parseUnsignedLong(Objects.requireNonNull(get("tx")));
    }

    Instant at() {
        return Instant.parse(Objects.requireNonNull(get("at")));
    }

    /** The same under another number. */
    Row as(long id) {
        var other = new HashMap<>(values);
        other.put("id", Long.toString(id));
        return new Row(other);
    }
}
