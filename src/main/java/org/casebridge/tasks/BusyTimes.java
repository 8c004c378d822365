package org.casebridge.tasks;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.casebridge.access.AccountId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What takes a worker's time, from every module that knows of something: for calendars, and before something is arranged. */
@Component
public class BusyTimes {

    private final List<CalendarSource> sources;

    BusyTimes(List<CalendarSource> sources) {
        this.sources = sources;
    }

    /** What meets that time, by its beginning. */
    @Transactional(readOnly = true)
    public List<CalendarEntry> of(AccountId worker, Instant from, Instant until) {
        return sources.stream().flatMap(it -> it.of(worker, from, until).stream()).sorted(Comparator.comparing(CalendarEntry::startsAt).thenComparing(CalendarEntry::key)).toList();
    }

    /** The first that meets that time, besides the one with that key. */
    @Transactional(readOnly = true)
    public Optional<CalendarEntry> first(AccountId worker, Instant from, Instant until, String besides) {
        return of(worker, from, until).stream().filter(it -> it.meets(from, until) && !it.key().equals(besides)).findFirst();
    }
}
