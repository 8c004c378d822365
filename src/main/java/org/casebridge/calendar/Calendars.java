package org.casebridge.calendar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Worded;
import org.casebridge.tasks.BusyTimes;
import org.casebridge.tasks.CalendarEntry;
import org.casebridge.tasks.MyDay;
import org.casebridge.tasks.Need;
import org.casebridge.workforce.WorkCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The acting person's calendar, on the agency's clock. */
@Service
@Transactional(readOnly = true)
public class Calendars {

    private final BusyTimes busy;
    private final WorkCalendar work;
    private final MyDay days;
    private final Clock clock;

    Calendars(BusyTimes busy, WorkCalendar work, MyDay days, Clock clock) {
        this.busy = busy;
        this.work = work;
        this.days = days;
        this.clock = clock;
    }

    /** How much of a calendar one sees at once. */
    public enum Shows implements Worded {
        DAY("Day", 1), WEEK("Week", 7), LIST("List", 28);

        private final String words;
        private final int days;

        Shows(String words, int days) {
            this.words = words;
            this.days = days;
        }

        @Override
        public String words() { return words; }

        /** A week begins on Monday; a day and a list begin where one is. */
        public LocalDate first(LocalDate on) {
            return this == WEEK ? on.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : on;
        }

        public LocalDate last(LocalDate on) {
            return first(on).plusDays(days - 1);
        }

        public LocalDate before(LocalDate on) {
            return first(on).minusDays(days);
        }

        public LocalDate after(LocalDate on) {
            return first(on).plusDays(days);
        }
    }

    /** Day by day. What is due stands on its day as far ahead as My day knows of it; what is late stands on none. */
    public List<ShownDay> own(LocalDate from, LocalDate through) {
        var me = Actor.current();
        var entries = busy.of(me.account(), from.atStartOfDay(me.zone()).toInstant(), through.plusDays(1).atStartOfDay(me.zone()).toInstant());
        var working = Objects.requireNonNull(work.working(List.of(me.account()), from, through).get(me.account()));
        var closed = work.closed(from, through);
        var leaves = work.leaves(me.account(), from, through);
        var due = days.standing().stream().filter(it -> it.due().on() != null && entries.stream().noneMatch(entry -> it.path().equals(entry.path()))).toList();
        return from.datesUntil(through.plusDays(1)).map(day -> {
            var begins = day.atStartOfDay(me.zone()).toInstant();
            var ends = day.plusDays(1).atStartOfDay(me.zone()).toInstant();
            return new ShownDay(day, entries.stream().filter(it -> it.meets(begins, ends)).toList(), due.stream().filter(it -> day.equals(it.due().on())).toList(),
                    Objects.requireNonNull(working.get(day)), closed.get(day), leaves.stream().filter(it -> it.holds(day)).findFirst().orElse(null));
        }).toList();
    }

    /** Whom these days name. */
    public static List<ClientId> clients(List<ShownDay> days) {
        return days.stream().flatMap(it -> Stream.concat(it.entries().stream().map(CalendarEntry::clientId), it.due().stream().map(Need::client))).filter(Objects::nonNull).distinct().toList();
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
