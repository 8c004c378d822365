package org.casebridge.assessments;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.data.Together;
import org.casebridge.kernel.Sentence;
import org.casebridge.tasks.Ground;
import org.casebridge.tasks.Need;
import org.casebridge.tasks.Mine;
import org.casebridge.tasks.NeedSource;
import org.springframework.stereotype.Component;

/** Critical answers that nobody has followed up, on the day of whoever carries the case and of their supervisor, who also acknowledges them: by the hour that the instrument's rule says, counted from when it was completed. */
@Component
class SafetyNeeds implements NeedSource {

    private final TeamStore store;
    private final Instruments instruments;
    private final Criticals criticals;

    SafetyNeeds(TeamStore store, Instruments instruments, Criticals criticals) {
        this.store = store;
        this.instruments = instruments;
        this.criticals = criticals;
    }

    @Override
    public Supplier<List<Need>> ask(Together.Questions questions, Mine mine) {
        var me = Actor.current();
        var zone = me.zone();
        // Who stands in for a colleague does not know whether that is a supervisor: it is asked.
        var supervises = me.role() == Role.SUPERVISOR || !mine.worker().equals(me.account());
        var unsafe = store.unsafe(questions, mine.worker(), mine.clients(), supervises);
        return () -> unsafe.get().stream().map(it -> {
            var alarm = criticals.in(it.assessment()).orElseThrow();
            var by = it.assessment().completedAt().plus(Duration.ofHours(alarm.hours())).atZone(zone);
            return new Need(it.assessment().clientId(), it.client(),
                    it.worker() == null ? Sentence.of("Follow up on safety") : it.open() ? Sentence.of("Look after safety with {worker}", it.worker()) : Sentence.of("Acknowledge what was done about safety with {worker}", it.worker()),
                    why(it.assessment(), alarm), by.toLocalDate(), it.worker() != null && it.unknown() ? Sentence.of("Acknowledge") : Sentence.of("Follow up"), it.assessment().path()).at(by.toLocalTime().truncatedTo(ChronoUnit.MINUTES)).by(Ground.SAFETY);
        }).toList();
    }

    private Sentence why(Assessment one, Scoring.Alarm alarm) {
        return Sentence.of("{instrument}: {question} was answered “{answer}” on {day} · done then: {note}", Telling.titled(instruments.get(one.instrument())),
                alarm.question(), alarm.answer(), one.about().assessedOn(), one.safetyNote());
    }
}
