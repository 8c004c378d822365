package org.casebridge.monitoring;

import java.util.List;
import java.util.function.Supplier;
import org.casebridge.access.Actor;
import org.casebridge.data.Together;
import org.casebridge.kernel.Sentence;
import org.casebridge.tasks.Need;
import org.casebridge.tasks.Mine;
import org.casebridge.tasks.NeedSource;
import org.springframework.stereotype.Component;

/** Nobody goes quiet: whoever is near or past their cadence stands on My day. */
@Component
class ContactNeeds implements NeedSource {

    private final CadenceStore cadences;

    ContactNeeds(CadenceStore cadences) {
        this.cadences = cadences;
    }

    @Override
    public Supplier<List<Need>> ask(Together.Questions questions, Mine mine) {
        var zone = Actor.current().zone();
        var due = cadences.due(questions, mine.worker(), mine.until(), zone);
        return () -> due.get().stream()
                .map(it -> new Need(it.clientId(), it.client(), Sentence.of("Contact due"), it.why(mine.today(), zone), it.dueOn(zone),
                        Sentence.of("Add note"), "/clients/" + it.clientId().text() + "/contacts/new?back=day"))
                .toList();
    }
}
