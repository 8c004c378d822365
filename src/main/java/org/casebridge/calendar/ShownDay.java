package org.casebridge.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.casebridge.tasks.CalendarEntry;
import org.casebridge.tasks.Need;
import org.casebridge.web.Say;
import org.casebridge.workforce.ClosedDay;
import org.casebridge.workforce.Leave;
import org.casebridge.workforce.Span;
import org.jspecify.annotations.Nullable;

/** One day of a calendar: what takes its times, what is due on it, when one works, and why perhaps not. */
public record ShownDay(LocalDate day, List<CalendarEntry> entries, List<Need> due, List<Span> working, @Nullable ClosedDay closed, @Nullable Leave leave) {

    private static final Duration LEAST = Duration.ofMinutes(15);

    public boolean empty() {
        return entries.isEmpty() && due.isEmpty() && closed == null && leave == null;
    }

    /** The spans of a quarter of an hour and more in which one works and nothing is arranged; on the clock of the reader's agency. */
    public List<Span> free() {
        var zone = Say.zone();
        var all = new ArrayList<Span>();
        for (var span : working) {
            var from = span.from();
            for (var entry : entries) {
                var begins = at(entry.startsAt().atZone(zone), LocalTime.MIN);
                var ends = at(entry.endsAt().atZone(zone), LocalTime.MAX);
                if (begins.isBefore(span.until()) && ends.isAfter(from)) {
                    add(all, from, begins);
                    from = ends;
                }
            }
            add(all, from, span.until());
        }
        return all;
    }

    private LocalTime at(ZonedDateTime when, LocalTime outside) {
        return when.toLocalDate().equals(day) ? when.toLocalTime() : outside;
    }

    private static void add(List<Span> all, LocalTime from, LocalTime until) {
        if (from.isBefore(until) && Duration.between(from, until).compareTo(LEAST) >= 0) {
            all.add(new Span(from, until));
        }
    }

    /** Whether something else takes part of the same time. */
    public boolean doubled(CalendarEntry entry) {
        return entries.stream().anyMatch(it -> !it.key().equals(entry.key()) && it.meets(entry.startsAt(), entry.endsAt()));
    }
}
