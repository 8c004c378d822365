package org.casebridge.monitoring;

import java.util.List;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Sentence;
import org.casebridge.tasks.Need;
import org.casebridge.tasks.Mine;
import org.casebridge.tasks.NeedSource;
import org.springframework.stereotype.Component;

/** Nobody goes quiet: whoever is near or past their cadence stands on My day. */
@Component
class ContactNeeds implements NeedSource {

    private final Monitoring monitoring;

    ContactNeeds(Monitoring monitoring) {
        this.monitoring = monitoring;
    }

    @Override
    public List<Need> of(Mine mine) {
        var zone = Actor.current().zone();
        return monitoring.due(mine.worker(), mine.until()).stream()
                .map(it -> new Need(it.clientId(), it.client(), Sentence.of("Contact due"), it.why(mine.today(), zone), it.dueOn(zone),
                        Sentence.of("Add note"), "/clients/" + it.clientId().text() + "/contacts/new?back=day"))
                .toList();
    }
}
