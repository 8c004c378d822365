package org.casebridge.consent;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From when until when a consent holds: a last day, an event ({@code happenedOn} once it came), or no end where the law allows none. */
public record Term(LocalDate startsOn, @Nullable LocalDate expiresOn, String expiresWhen, @Nullable LocalDate happenedOn, boolean openEnded) {

    boolean begun(LocalDate today) {
        return !today.isBefore(startsOn);
    }

    /** The last day still counts; of an event, the day before it. */
    boolean over(LocalDate today) {
        return expiresOn != null && today.isAfter(expiresOn) || happenedOn != null && !today.isBefore(happenedOn);
    }
}
