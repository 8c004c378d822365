package org.casebridge.monitoring;

import java.util.List;
import org.casebridge.consent.DataClass;
import org.casebridge.messaging.Contact;
import org.casebridge.messaging.Note;
import org.jspecify.annotations.Nullable;

/** A contact with all that follows from it, written down once: the note (signed or a draft, perhaps kept apart), goals served, services given, next step, promises, and the visit it tells of. */
public record ContactEntry(Contact.Said said, Note.Written note, @Nullable DataClass apart, boolean sign, List<ServedGoal> goals, List<GivenService> services, @Nullable NextStep next,
                           List<Promise.Said> promises, @Nullable VisitId visit) {

    public static ContactEntry of(Contact.Said said, Note.Written note, boolean sign, List<ServedGoal> goals, @Nullable NextStep next) {
        return new ContactEntry(said, note, null, sign, goals, List.of(), next, List.of(), null);
    }
}
