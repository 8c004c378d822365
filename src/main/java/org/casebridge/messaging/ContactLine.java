package org.casebridge.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contact as pages show it: by whom it was recorded, its note if it has one, and what was added to that. */
public record ContactLine(Contact contact, Contact.Around around, String recordedBy, @Nullable Note note, List<Addendum> addenda, @Nullable String struckBy) {

    /** What was learnt after a note was signed. */
    public record Addendum(String words, String addedBy, java.time.Instant addedAt) {}
}
