package org.casebridge.monitoring;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The day that a sentence names: "by Friday" is the next one to come, "tomorrow", "in 3 days", "2026-12-04", "12/4"; in English or Spanish. What names none answers nothing; nothing is guessed. */
final class ByWhen {

    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
    private static final Pattern SLASHED = Pattern.compile("\\b(\\d{1,2})/(\\d{1,2})\\b(?!/)");
    private static final Pattern DAYS = Pattern.compile("\\b(?:in|within|en) (\\d{1,3}) (?:days?|días?)\\b", Pattern.UNICODE_CHARACTER_CLASS);
    private static final List<List<String>> WEEKDAYS = List.of(List.of("monday", "lunes"), List.of("tuesday", "martes"), List.of("wednesday", "miércoles", "miercoles"), List.of("thursday", "jueves"),
            List.of("friday", "viernes"), List.of("saturday", "sábado", "sabado"), List.of("sunday", "domingo"));

    private ByWhen() {}

    static Optional<LocalDate> read(String words, LocalDate today) {
        var text = words.toLowerCase(Locale.ROOT);
        var iso = ISO.matcher(text);
        if (iso.find()) {
            return day(Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)), Integer.parseInt(iso.group(3)));
        }
        var slashed = SLASHED.matcher(text);
        if (slashed.find()) {
            return day(today.getYear(), Integer.parseInt(slashed.group(1)), Integer.parseInt(slashed.group(2))).map(it -> it.isBefore(today) ? it.plusYears(1) : it);
        }
        var days = DAYS.matcher(text);
        if (days.find()) {
            return Optional.of(today.plusDays(Integer.parseInt(days.group(1))));
        }
        for (int i = 0; i < WEEKDAYS.size(); i++) {
            if (WEEKDAYS.get(i).stream().anyMatch(it -> has(text, it))) {
                return Optional.of(today.with(TemporalAdjusters.next(DayOfWeek.of(i + 1))));
            }
        }
        if (has(text, "tomorrow") || text.matches("(?s).*(?<!por la )(?<!de la )\\bmañana\\b.*")) {
            return Optional.of(today.plusDays(1));
        }
        return has(text, "today") || has(text, "hoy") ? Optional.of(today) : Optional.empty();
    }

    private static boolean has(String text, String word) {
        return Pattern.compile("(?<!\\p{L})" + word + "(?!\\p{L})").matcher(text).find();
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
