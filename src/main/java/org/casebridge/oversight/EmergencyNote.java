package org.casebridge.oversight;

import java.util.List;
import java.util.function.Supplier;
import org.casebridge.access.Permission;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.HeadNote;
import org.casebridge.data.Together;
import org.springframework.stereotype.Component;

/** Says on every page of a record that it is open in an emergency, and until when. */
@Component
class EmergencyNote implements HeadNote {

    @Override
    public Supplier<Said> of(ClientId client, Together.Questions questions) {
        if (!Actor.current().may(Permission.BREAK_GLASS)) {
            return () -> Said.NOTHING;
        }
        var open = questions.list((row, _) -> row.getTimestamp(1).toInstant(), "select ends_at from access.open_until(?) as ends_at where ends_at is not null", client.value());
        return () -> open.get().isEmpty() ? Said.NOTHING : new Said(List.of(), List.of(), List.of(), open.get().getFirst());
    }
}
