package org.casebridge.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.casebridge.access.AccountId;
import org.casebridge.kernel.Sentence;
import org.springframework.stereotype.Component;

/** Appointments take their time; none lasts longer than a day. */
@Component
class AppointmentTimes implements CalendarSource {

    private final AppointmentStore store;

    AppointmentTimes(AppointmentStore store) {
        this.store = store;
    }

    @Override
    public List<CalendarEntry> of(AccountId worker, Instant from, Instant until) {
        return store.between(worker, from.minus(Duration.ofDays(1)), until).stream()
                .map(it -> new CalendarEntry(it.id().text(), CalendarEntry.Kind.APPOINTMENT, Sentence.of("{title}", it.title()), it.clientId(), it.client(), it.place(), it.startsAt(), it.endsAt(),
                        it.path(), it.path() + "/change"))
                .filter(it -> it.meets(from, until)).toList();
    }
}
