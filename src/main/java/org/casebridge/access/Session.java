package org.casebridge.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One signed-in browser: whose it is, and when each factor was last shown. {@code id} may be shown and logged; it opens nothing. */
public record Session(UUID id, Account account, Instant beganAt, Instant seenAt, Map<Factor, Instant> proofs) {

    /** How long a factor counts as just shown. */
    public static final Duration FRESH = Duration.ofMinutes(5);

    public Session {
        proofs = Map.copyOf(proofs);
    }

    public Set<Factor> factors() {
        return proofs.keySet();
    }

    /** Until then, what asks for a factor just shown is done without asking again. */
    public Instant freshUntil() {
        return proofs.values().stream().max(Comparator.naturalOrder()).orElse(beganAt).plus(FRESH);
    }

    public Actor actor() {
        return account.actor().within(this);
    }
}
