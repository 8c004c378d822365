package org.casebridge.monitoring;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.casebridge.access.Actor;
import org.casebridge.data.Together;
import org.casebridge.kernel.Sentence;
import org.casebridge.tasks.Ground;
import org.casebridge.tasks.Mine;
import org.casebridge.tasks.Need;
import org.casebridge.tasks.NeedSource;
import org.springframework.stereotype.Component;

/** Visits of today and tomorrow, to be read up on; and those that are past and say nothing of how they went. */
@Component
class VisitNeeds implements NeedSource {

    private final VisitStore store;

    VisitNeeds(VisitStore store) {
        this.store = store;
    }

    @Override
    public Supplier<List<Need>> ask(Together.Questions questions, Mine mine) {
        var zone = Actor.current().zone();
        LocalDate after = mine.today().plusDays(2);
        var open = store.open(questions, mine.worker(), after.atStartOfDay(zone).toInstant());
        return () -> open.get().stream().map(it -> {
            var begins = it.startsAt().atZone(zone);
            return new Need(it.clientId(), it.client(), Sentence.of("Visit"),
                    it.place().isBlank() ? Sentence.of("{purpose} · {mode}", it.purpose(), it.mode()) : Sentence.of("{purpose} · {mode} · {place}", it.purpose(), it.mode(), it.place()),
                    begins.toLocalDate(), begins.toLocalDate().isBefore(mine.today()) ? Sentence.of("Say how it went") : Sentence.of("Open visit"), it.path())
                    .at(begins.toLocalTime().truncatedTo(ChronoUnit.MINUTES)).by(Ground.PROMISE);
        }).toList();
    }
}
