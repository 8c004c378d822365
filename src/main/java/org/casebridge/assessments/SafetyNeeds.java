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
                it.worker() == null ? Sentence.of("Follow up on safety today") : Sentence.of("Look after safety with {worker} today", it.worker()),
                why(it.assessment(), instruments.alarm(it.assessment())),
                it.assessment().about().assessedOn(), Sentence.of("Follow up"), it.assessment().path())).toList();
    }

    private Sentence why(Assessment one, Scoring.Alarm alarm) {
        return Sentence.of("{instrument}: {question} was answered “{answer}” on {day} · done then: {note}", Telling.titled(instruments.get(one.instrument())),
                alarm.question(), alarm.answer(), one.about().assessedOn(), one.safetyNote());
    }
}
