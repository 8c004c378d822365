package org.casebridge.monitoring.web;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.casebridge.messaging.Note;
import org.casebridge.messaging.NoteTemplate;
import org.jspecify.annotations.Nullable;

/** The words of a draft, free or under the headings of a template, to be signed with them or kept as a draft. */
record WriteNote(@Nullable @Size(max = 20_000) String words, @Nullable Boolean sign, @Nullable NoteTemplate template, @Nullable List<String> parts) {

    static WriteNote of(Note note) {
        return new WriteNote(note.words(), true, note.template(), note.parts());
    }

    Note.Written written() {
        return template == null ? Note.Written.free(words) : Note.Written.by(template, parts == null ? List.of() : parts);
    }
}
