package org.casebridge.careplans;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was seen of a goal on a day, by whom; {@code contactId} names the contact it was seen in. One that was noted by mistake is struck and counts for nothing. */
public record Progress(UUID id, LocalDate onDay, Achievement achievement, String words, String by, @Nullable UUID contactId, @Nullable LocalDate struckOn, @Nullable String strike) {

    public Progress(UUID id, LocalDate onDay, Achievement achievement, String words, String by, @Nullable UUID contactId) {
        this(id, onDay, achievement, words, by, contactId, null, null);
    }
}
