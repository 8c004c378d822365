package org.casebridge.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.jspecify.annotations.Nullable;

/** A second signature that a note needs or has; {@code why} are the kinds of credential of which its writer held none when they signed. */
public record Cosignature(UUID noteId, AccountId author, List<String> why, Instant askedAt, @Nullable String byName, @Nullable Instant at) {

    public boolean waits() {
        return at == null;
    }
}
