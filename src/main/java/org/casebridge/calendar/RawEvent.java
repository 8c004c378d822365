package org.casebridge.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;

/** One VEVENT of RFC 5545 as far as its times matter: each property with its parameters, by its name. Times are kept as the clock on the wall shows them, and the zone beside them. */
final class RawEvent {

    record Value(String text, Map<String, String> parameters) {}

    /** What a wall clock shows, and where it hangs; all day when {@code whole}. */
    record Wall(LocalDateTime shows, ZoneId zone, boolean whole) {

        Instant instant() {
            return shows.atZone(zone).toInstant();
        }
    }

    /** A rule that goes on forever is counted no further than this. */
    private static final int MOST = 2_000;
    /** What repeats within a day is counted out one by one from its first time on: no person's calendar needs it, and a hostile one would keep us busy for hours. */
    private static final Pattern TOO_FINE = Pattern.compile("FREQ=(SECONDLY|MINUTELY|HOURLY)|BYHOUR|BYMINUTE|BYSECOND");
    private static final int LONGEST_RULE = 300;
    private static final int EARLIEST_YEAR = 1970;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private final Map<String, List<Value>> properties = new HashMap<>();
    private final ZoneId agency;

    RawEvent(ZoneId agency) {
        this.agency = agency;
    }

    void add(String name, Value value) {
        properties.computeIfAbsent(name.toUpperCase(Locale.ROOT), _ -> new ArrayList<>()).add(value);
    }

    /** Takes no time: cancelled, or marked as free. */
    boolean free() {
        return text("STATUS").equalsIgnoreCase("CANCELLED") || text("TRANSP").equalsIgnoreCase("TRANSPARENT");
    }

    String uid() {
        return text("UID");
    }

    /** Which time of a series this one replaces. */
    @Nullable Instant replaces() {
        var value = first("RECURRENCE-ID");
        return value == null ? null : wall(value).instant();
    }

    /** When it takes place within that time, with all times of its series but those of {@code elsewhere}. Refuses (by a DateTimeException) times that are none. */
    List<Taken> taken(Instant from, Instant until, Set<Instant> elsewhere) {
        var value = first("DTSTART");
        if (value == null) {
            return List.of();
        }
        var start = wall(value);
        var lasts = lasts(start);
        var without = new HashSet<>(elsewhere);
        properties.getOrDefault("EXDATE", List.of()).forEach(it -> split(it).forEach(one -> without.add(wall(one).instant())));
        var all = new ArrayList<Taken>();
        for (var shows : starts(start, from, until)) {
            var begins = shows.atZone(start.zone()).toInstant();
            var ends = start.whole() ? shows.plusDays(Math.max(1, lasts.toDays())).atZone(start.zone()).toInstant() : begins.plus(lasts);
            if (!without.contains(begins) && begins.isBefore(until) && ends.isAfter(from) && ends.isAfter(begins)) {
                all.add(new Taken(begins, ends));
            }
        }
        return all;
    }

    private List<LocalDateTime> starts(Wall start, Instant from, Instant until) {
        var rule = first("RRULE");
        var all = new ArrayList<LocalDateTime>();
        if (rule == null) {
            all.add(start.shows());
        } else if (start.shows().getYear() < EARLIEST_YEAR) {
            throw new DateTimeException("A rule from before anybody’s time");
        } else {
            var earliest = LocalDateTime.ofInstant(from, start.zone()).minusDays(7);
            all.addAll(new Recur<LocalDateTime>(floating(rule.text(), start.zone())).getDates(start.shows(), earliest.isBefore(start.shows()) ? start.shows() : earliest, LocalDateTime.ofInstant(until, start.zone()), MOST));
        }
        properties.getOrDefault("RDATE", List.of()).forEach(it -> split(it).forEach(one -> all.add(wall(one).shows())));
        return all;
    }

    /** The rule with its end as the wall clock shows it, which is how its times are counted. */
    private static String floating(String rule, ZoneId zone) {
        if (rule.length() > LONGEST_RULE || TOO_FINE.matcher(rule.toUpperCase(Locale.ROOT)).find()) {
            throw new DateTimeException("A rule that is not counted out");
        }
        var parts = new ArrayList<String>();
        for (var part : rule.split(";")) {
            var upper = part.toUpperCase(Locale.ROOT);
            if (upper.startsWith("UNTIL=")) {
                var end = upper.substring(6);
                var shows = end.length() == 8 ? LocalDate.parse(end, DAY).atTime(LocalTime.of(23, 59, 59))
                        : end.endsWith("Z") ? LocalDateTime.parse(end.substring(0, end.length() - 1), MOMENT).atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDateTime() : LocalDateTime.parse(end, MOMENT);
                parts.add("UNTIL=" + shows.format(MOMENT));
            } else {
                parts.add(upper);
            }
        }
        return String.join(";", parts);
    }

    private Duration lasts(Wall start) {
        var end = first("DTEND");
        if (end != null) {
            var wall = wall(end);
            return start.whole() ? Duration.between(start.shows(), wall.shows()) : Duration.between(start.instant(), wall.instant());
        }
        var duration = first("DURATION");
        if (duration != null) {
            TemporalAmount amount = duration.text().contains("T") || !duration.text().contains("W") ? Duration.parse(duration.text()) : Period.parse(duration.text());
            return Duration.between(start.shows(), start.shows().plus(amount));
        }
        return start.whole() ? Duration.ofDays(1) : Duration.ZERO;
    }

    private static List<Value> split(Value value) {
        return List.of(value.text().split(",")).stream().filter(it -> !it.isBlank()).map(it -> new Value(it.strip(), value.parameters())).toList();
    }

    private Wall wall(Value value) {
        var text = value.text().strip();
        if (text.contains("/")) {
            text = text.substring(0, text.indexOf('/'));
        }
        if (text.length() == 8) {
            return new Wall(LocalDate.parse(text, DAY).atStartOfDay(), agency, true);
        }
        if (text.endsWith("Z")) {
            return new Wall(LocalDateTime.parse(text.substring(0, text.length() - 1), MOMENT), ZoneOffset.UTC, false);
        }
        return new Wall(LocalDateTime.parse(text, MOMENT), zone(value.parameters().get("TZID")), false);
    }

    /** By its name of the time zone database, by the name Windows has for it, or the agency's. */
    private ZoneId zone(@Nullable String named) {
        if (named == null) {
            return agency;
        }
        try {
            return ZoneId.of(named.replace("\"", ""));
        } catch (DateTimeException other) {
            var windows = com.ibm.icu.util.TimeZone.getIDForWindowsID(named.replace("\"", ""), "US");
            return windows == null ? agency : ZoneId.of(windows);
        }
    }

    private @Nullable Value first(String name) {
        var all = properties.getOrDefault(name, List.of());
        return all.isEmpty() ? null : all.getFirst();
    }

    private String text(String name) {
        var value = first(name);
        return value == null ? "" : value.text().strip();
    }
}
