package org.casebridge.messaging;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one note. */
public record NoteId(UUID value) implements Id {

    public static NoteId next() {
        return new NoteId(Id.fresh());
    }
}
