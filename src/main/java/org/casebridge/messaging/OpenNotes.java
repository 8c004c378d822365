package org.casebridge.messaging;

import java.util.List;
import org.casebridge.caseload.OpenWork;
import org.casebridge.clients.ClientId;
import org.springframework.stereotype.Component;

/** Notes that nobody signed yet when the case closes. */
@Component
class OpenNotes implements OpenWork {

    private final NoteStore notes;

    OpenNotes(NoteStore notes) {
        this.notes = notes;
    }

    @Override
    public List<Item> of(ClientId client) {
        return notes.unsigned(client);
    }
}
