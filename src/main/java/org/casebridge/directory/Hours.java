package org.casebridge.directory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** When a service is open: today in a sentence, and the coming week day by day. */
public record Hours(List<Schedule> schedules) {

    /** One day of the coming week. */
    public record Day(LocalDate date, List<Sentence> times) {}

    /** A closed rule wins over an open one; hours that nobody told, or that are out of date, are not guessed. */
    Sentence today(LocalDateTime now) {
        if (!known(now.toLocalDate())) {
            return Sentence.of("hours not known");
        }
        var open = openOn(now.toLocalDate());
        if (open.isEmpty()) {
            return Sentence.of("closed today");
        }
        for (var rule : open) {
            var closes = rule.closesAt();
            if (allDay(rule.opensAt(), closes)) {
                return Sentence.of("open all day and night");
            }
            boolean overnight = closes != null && !closes.isAfter(rule.opensAt());
            if (now.toLocalTime().isBefore(rule.opensAt())) {
                return Sentence.of("opens today at {time}", rule.opensAt());
            }
            if (closes == null) {
                return Sentence.of("open today from {time}", rule.opensAt());
            }
            if (overnight || now.toLocalTime().isBefore(closes)) {
                return Sentence.of("open today until {time}", closes);
            }
        }
        return Sentence.of("closed since {time}", open.getLast().closesAt());
    }

    /** Whether they say that they are open at this moment of the place's own clock; hours that go past midnight belong to the day they began on. */
    boolean openAt(LocalDateTime when) {
        var day = when.toLocalDate();
        var time = when.toLocalTime();
        return openOn(day).stream().anyMatch(it -> allDay(it.opensAt(), it.closesAt()) || !time.isBefore(it.opensAt()) && (it.closesAt() == null || past(it) || time.isBefore(it.closesAt())))
                || openOn(day.minusDays(1)).stream().anyMatch(it -> past(it) && !allDay(it.opensAt(), it.closesAt()) && time.isBefore(it.closesAt()));
    }

    /** Whether they are open at any time of this day. */
    boolean opensOn(LocalDate day) {
        return !openOn(day).isEmpty();
    }

    private static boolean past(Schedule rule) {
        return rule.closesAt() != null && !rule.closesAt().isAfter(rule.opensAt());
    }

    /** The next seven days; empty when the hours are not known. */
    List<Day> week(LocalDate from) {
        var week = new ArrayList<Day>();
        if (known(from)) {
            for (int i = 0; i < DayOfWeek.values().length; i++) {
                var date = from.plusDays(i);
                week.add(new Day(date, openOn(date).stream().map(Hours::times).toList()));
            }
        }
        return week;
    }

    /** What the source says of its hours in words. */
    List<String> words() {
        return schedules.stream().flatMap(it -> java.util.stream.Stream.of(it.description(), it.notes())).filter(it -> it != null && !it.isBlank()).distinct().toList();
    }

    private boolean known(LocalDate today) {
        return schedules.stream().anyMatch(it -> it.timed() && !it.closed() && it.inForce(today));
    }

    private List<Schedule> openOn(LocalDate day) {
        var today = schedules.stream().filter(it -> it.timed() && it.holdsOn(day)).toList();
        if (today.stream().anyMatch(Schedule::closed)) {
            return List.of();
        }
        return today.stream().sorted(Comparator.comparing(Schedule::opensAt, Comparator.nullsFirst(Comparator.<LocalTime>naturalOrder()))).toList();
    }

    private static Sentence times(Schedule rule) {
        return allDay(rule.opensAt(), rule.closesAt()) ? Sentence.of("all day and night") : rule.closesAt() == null ? Sentence.of("from {time}", rule.opensAt()) : Sentence.of("{opens} to {closes}", rule.opensAt(), rule.closesAt());
    }

    /** As sources write it: 00:00 to 23:59, or to midnight. */
    private static boolean allDay(@Nullable LocalTime opens, @Nullable LocalTime closes) {
        return LocalTime.MIDNIGHT.equals(opens) && closes != null && (closes.equals(LocalTime.MIDNIGHT) || !closes.isBefore(LocalTime.of(23, 59)));
    }
}
