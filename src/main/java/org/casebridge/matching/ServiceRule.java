package org.casebridge.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may have a service, as it was written, from a day on and perhaps until one; a draft until it is published. {@code cases}: what it is tried against. */
public record ServiceRule(UUID id, UUID serviceId, String service, String organization, String text, String cases, LocalDate startsOn, @Nullable LocalDate endsOn, String madeBy, Instant madeAt,
                          @Nullable Instant publishedAt, int version) {

    public boolean draft() {
        return publishedAt == null;
    }

    public boolean holds(LocalDate day) {
        return !draft() && !startsOn.isAfter(day) && (endsOn == null || !endsOn.isBefore(day));
    }
}
