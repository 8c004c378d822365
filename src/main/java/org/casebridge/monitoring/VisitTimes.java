package org.casebridge.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.casebridge.access.AccountId;
import org.casebridge.kernel.Sentence;
import org.casebridge.tasks.CalendarEntry;
import org.casebridge.tasks.CalendarSource;
import org.springframework.stereotype.Component;

/** Visits that are planned or were held take their time; none lasts longer than half a day. */
@Component
class VisitTimes implements CalendarSource {

    private final VisitStore store;

    VisitTimes(VisitStore store) {
        this.store = store;
    }

    @Override
    public List<CalendarEntry> of(AccountId worker, Instant from, Instant until) {
        return store.between(worker, from.minus(Duration.ofHours(12)), until).stream().filter(it -> it.status() == Visit.Status.PLANNED || it.status() == Visit.Status.HELD)
                .map(it -> new CalendarEntry(it.id().text(), CalendarEntry.Kind.VISIT, Sentence.of("{purpose} · {mode}", it.purpose(), it.mode()), it.clientId(), it.client(), it.place(), it.startsAt(),
                        it.endsAt(), it.path(), it.status() == Visit.Status.PLANNED ? it.path() + "/change" : null))
                .filter(it -> it.meets(from, until)).toList();
    }
}
