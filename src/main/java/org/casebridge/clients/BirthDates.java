package org.casebridge.clients;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a birth date out of what somebody typed: 1979-03-14, 3/14/1979, 14.3.79, 14 Mar 1979, March 14, 1979, 14 de marzo de 1979, 19790314. */
final class BirthDates {

    private static final Map<String, Integer> MONTHS = Map.ofEntries(Map.entry("jan", 1), Map.entry("ene", 1), Map.entry("feb", 2), Map.entry("mar", 3),
            Map.entry("apr", 4), Map.entry("abr", 4), Map.entry("may", 5), Map.entry("jun", 6), Map.entry("jul", 7), Map.entry("aug", 8), Map.entry("ago", 8),
            Map.entry("sep", 9), Map.entry("oct", 10), Map.entry("nov", 11), Map.entry("dec", 12), Map.entry("dic", 12));
    private static final String MONTH = "(jan|ene|feb|mar|apr|abr|may|jun|jul|aug|ago|sep|oct|nov|dec|dic)\\p{L}*\\.?";

    private enum Notation {
        ISO("\\b(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})\\b"),
        NUMBERS("\\b(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})\\b"),
        DAY_FIRST("\\b(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:de\\s+|of\\s+)?" + MONTH + ",?\\s+(?:del?\\s+)?(\\d{4})\\b"),
        MONTH_FIRST("\\b" + MONTH + "\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b"),
        PACKED("\\b(\\d{4})(\\d{2})(\\d{2})\\b");

        private final Pattern pattern;

        Notation(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }
    }

    /** Where in the text it stands, and the days it can mean: 3/4/1979 is two. */
    record Found(int from, int to, List<LocalDate> days) {}

    private BirthDates() {}

    static java.util.Optional<Found> find(String typed, LocalDate today) {
        var text = typed.toLowerCase(Locale.ROOT);
        for (var notation : Notation.values()) {
            var found = notation.pattern.matcher(text);
            while (found.find()) {
                var days = days(notation, found, today).distinct().filter(it -> !it.isAfter(today) && !it.isBefore(About.EARLIEST)).toList();
                if (!days.isEmpty()) {
                    return java.util.Optional.of(new Found(found.start(), found.end(), days));
                }
            }
        }
        return java.util.Optional.empty();
    }

    private static Stream<LocalDate> days(Notation notation, Matcher found, LocalDate today) {
        return switch (notation) {
            case ISO, PACKED -> day(number(found, 1), number(found, 2), number(found, 3));
            case NUMBERS -> years(found.group(3), today).stream().flatMap(year ->
                    Stream.concat(day(year, number(found, 1), number(found, 2)), day(year, number(found, 2), number(found, 1))));
            case DAY_FIRST -> day(number(found, 3), MONTHS.get(found.group(2)), number(found, 1));
            case MONTH_FIRST -> day(number(found, 3), MONTHS.get(found.group(1)), number(found, 2));
        };
    }

    private static List<Integer> years(String written, LocalDate today) {
        int year = Integer.parseInt(written);
        if (written.length() == 4) {
            return List.of(year);
        }
        var years = new ArrayList<>(List.of(1900 + year));
        if (2000 + year <= today.getYear()) {
            years.add(2000 + year);
        }
        return years;
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static Stream<LocalDate> day(int year, int month, int day) {
        try {
            return Stream.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Stream.empty();
        }
    }
}
