package org.casebridge.tasks;

import static org.casebridge.web.Say.nearDay;
import static org.casebridge.web.Say.say;
import static org.casebridge.web.Say.time;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** By when: a day, a time of that day, or neither. A day without a time lasts until its end. {@code now} is the agency's clock. */
public record Due(@Nullable LocalDate on, @Nullable LocalTime at) implements Comparable<Due> {

    private static final Comparator<Due> EARLIEST_FIRST = Comparator
            .comparing(Due::on, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Due::at, Comparator.nullsLast(Comparator.naturalOrder()));

    @Override
    public int compareTo(Due other) {
        return EARLIEST_FIRST.compare(this, other);
    }

    public boolean late(LocalDateTime now) {
        return on != null && (at == null ? on.isBefore(now.toLocalDate()) : on.atTime(at).isBefore(now));
    }

    /** Late, or due on this very day. */
    public boolean pressing(LocalDateTime now) {
        return on != null && !on.isAfter(now.toLocalDate());
    }

    public long daysLate(LocalDateTime now) {
        return on == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(on, now.toLocalDate()));
    }

    /** The colour of its rail: {@code urgent} for late and today, {@code soon} for the three days after, else {@code steady}. */
    public String tone(LocalDateTime now) {
        return on == null || on.isAfter(now.toLocalDate().plusDays(3)) ? "steady" : pressing(now) ? "urgent" : "soon";
    }

    /** In the reader's language: "2 days late", "Today, 17:00", "Tomorrow", "Thu 26 Nov". */
    public String words(LocalDateTime now) {
        if (on == null) {
            return say("No day set");
        }
        var days = ChronoUnit.DAYS.between(now.toLocalDate(), on);
        if (days < 0) {
            return say("{days, plural, one {1 day late} other {# days late}}", -days);
        }
        if (days == 0 && late(now)) {
            var late = Duration.between(on.atTime(at), now);
            return late.toHours() > 0 ? say("{hours} h late", late.toHours()) : say("{minutes} min late", late.toMinutes());
        }
        var day = days == 0 ? say("Today") : days == 1 ? say("Tomorrow") : nearDay(on);
        return at == null ? day : say("{day}, {time}", day, time(at));
    }
}
