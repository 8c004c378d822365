package org.casebridge.interop.files;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the values that files write in many ways. Empty when the text is no such value: there is no 31 February here. */
public final class Reading {

    private static final List<DateTimeFormatter> DATES = List.of(date("uuuu-MM-dd"), date("M/d/uuuu"), date("MMMM d, uuuu"), date("MMM d, uuuu"), date("d MMM uuuu"), date("d MMMM uuuu"),
            date("uuuuMMdd"), new DateTimeFormatterBuilder().appendPattern("M/d/").appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
                    .toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT));
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?(?::(\\d{2})(?:\\.\\d+)?)?\\s*([ap])?\\.?m?\\.?(?:Z|[+-]\\d{2}:?\\d{2})?", Pattern.CASE_INSENSITIVE);
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[\\w-]+(\\.[\\w-]+)+", Pattern.UNICODE_CHARACTER_CLASS);

    private Reading() {}

    /** As ISO 8601 and Americans write it, also with the month in words. */
    public static Optional<LocalDate> day(String text) {
        for (var format : DATES) {
            try {
                return Optional.of(LocalDate.parse(text.strip(), format));
            } catch (DateTimeException next) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** 9:00, 09:00:00Z, 9am, 4:00 PM, 24:00 (which is midnight). */
    public static Optional<LocalTime> time(String text) {
        var found = TIME.matcher(text.strip());
        if (!found.matches() || found.group(2) == null && found.group(4) == null) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(found.group(1));
        int minute = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
        int second = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
        if (found.group(4) != null) {
            if (hour < 1 || hour > 12) {
                return Optional.empty();
            }
            hour = hour % 12 + (found.group(4).equalsIgnoreCase("p") ? 12 : 0);
        }
        if (hour == 24 && minute == 0 && second == 0) {
            return Optional.of(LocalTime.MIDNIGHT);
        }
        return hour > 23 || minute > 59 || second > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute, second));
    }

    /** With its offset, or in UTC when there is none; a day alone is its first moment. */
    public static Optional<OffsetDateTime> moment(String text) {
        var iso = text.strip().replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
        try {
            return Optional.of(OffsetDateTime.parse(iso));
        } catch (DateTimeException next) {
            try {
                return Optional.of(java.time.LocalDateTime.parse(iso.replaceFirst(" UTC$", "")).atOffset(ZoneOffset.UTC));
            } catch (DateTimeException last) {
                return day(text).map(it -> it.atStartOfDay().atOffset(ZoneOffset.UTC));
            }
        }
    }

    public static Optional<BigDecimal> number(String text) {
        try {
            var number = new BigDecimal(text.strip());
            return number.precision() > 40 || Math.abs(number.scale()) > 40 ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    public static Optional<String> email(String text) {
        return EMAIL.matcher(text.strip()).matches() ? Optional.of(text.strip()) : Optional.empty();
    }

    /** An address on the web; {@code https://} is put before one that begins with a host's name. Nothing but http and https may become a link. */
    public static Optional<String> link(String text) {
        var address = text.strip();
        if (!address.contains(":") && address.matches("[\\w-]+(\\.[\\w-]+)+(/\\S*)?")) {
            address = "https://" + address;
        }
        try {
            var uri = new URI(address.replace(" ", "%20"));
            boolean web = uri.getScheme() != null && uri.getScheme().toLowerCase(Locale.ROOT).matches("https?") && uri.getHost() != null;
            return web ? Optional.of(uri.toString()) : Optional.empty();
        } catch (java.net.URISyntaxException none) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter date(String pattern) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }
}
