package org.casebridge.assessments;

import java.util.List;
import org.casebridge.kernel.Sentence;
import org.casebridge.tasks.Need;
import org.casebridge.tasks.Mine;
import org.casebridge.tasks.NeedSource;
import org.springframework.stereotype.Component;

/** Critical answers that nobody has followed up: due on the day they were given. */
@Component
class SafetyNeeds implements NeedSource {

    private final AssessmentStore store;
    private final Instruments instruments;

    SafetyNeeds(AssessmentStore store, Instruments instruments) {
        this.store = store;
        this.instruments = instruments;
    }

    @Override
    public List<Need> of(Mine mine) {
        return store.unsafe(mine.worker()).stream().map(it -> new Need(it.assessment().clientId(), it.client(),
                Sentence.of("Follow up on safety today"),
                Sentence.of("PHQ-9, item 9 was answered “{answer}” on {day} · done then: {note}",
                        instruments.scoring(it.assessment().instrument()).flatMap(one -> one.critical(instruments.get(it.assessment().instrument()), it.assessment().answers())).orElseThrow(),
                        it.assessment().about().assessedOn(), it.assessment().safetyNote()),
                it.assessment().about().assessedOn(), Sentence.of("Follow up"), it.assessment().path())).toList();
    }
}
