package org.casebridge.oversight;

import java.time.Instant;
import org.casebridge.access.Permission;
import org.casebridge.access.Actor;
import org.casebridge.access.Reach;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.HeadNote;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says on every page of a record that it is open in an emergency, and until when. */
@Component
class EmergencyNote implements HeadNote {

    private final Reach reach;

    EmergencyNote(Reach reach) {
        this.reach = reach;
    }

    @Override
    public @Nullable Instant openUntil(ClientId client) {
        return Actor.current().may(Permission.BREAK_GLASS) ? reach.openUntil(client.value()).orElse(null) : null;
    }
}
