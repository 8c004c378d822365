package org.casebridge.interop.hsds;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.casebridge.interop.files.Reading;
import org.jspecify.annotations.Nullable;

/** Reads a row's values by what their columns hold, and says of each that cannot be read why. */
final class HsdsValues {

    private record Kind(Function<String, Optional<String>> read, String wrong) {}

    private static final Kind EMAIL = new Kind(Reading::email, "“%s” is no e-mail address.");
    private static final Kind LINK = new Kind(Reading::link, "“%s” is no address on the web.");
    private static final Kind URI = new Kind(it -> it.matches("[A-Za-z][A-Za-z0-9+.-]*:\\S+") ? Optional.of(it) : Reading.link(it), "“%s” is no URI.");
    private static final Kind NUMBER = new Kind(it -> Reading.number(it).map(BigDecimal::toPlainString), "“%s” is no number.");
    private static final Kind DAY = new Kind(it -> Reading.day(it).map(Object::toString), "“%s” is no date that exists.");
    private static final Kind TIME = new Kind(it -> Reading.time(it).map(Object::toString), "“%s” is no time of day.");
    private static final Kind MOMENT = new Kind(it -> Reading.moment(it).map(Object::toString), "“%s” is no date and time that exists.");
    private static final Kind PLACE = oneOf("physical", "postal", "virtual");
    private static final Kind FREQUENCY = new Kind(it -> Optional.of(it.toUpperCase(Locale.ROOT)).filter(Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY")::contains),
            "“%s” is none of DAILY, WEEKLY, MONTHLY, YEARLY.");
    private static final Kind INTERVAL = new Kind(it -> it.matches("0*[1-9]\\d{0,3}(\\.0+)?") ? Optional.of(it.replaceAll("\\..*", "")) : Optional.empty(), "“%s” is no interval: a whole number from 1.");
    private static final Kind WEEKDAYS = new Kind(it -> Optional.of(it.toUpperCase(Locale.ROOT).replaceAll("\\s", "")).filter(days -> days.matches("[+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU)(,[+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU))*")),
            "“%s” are no weekdays as RFC 5545 writes them, like MO,TU.");
    private static final Kind TRUTH = new Kind(it -> switch (it.toLowerCase(Locale.ROOT)) {
        case "true", "yes", "y", "1", "t" -> Optional.of("true");
        case "false", "no", "n", "0", "f" -> Optional.of("false");
        default -> Optional.empty();
    }, "“%s” is neither true nor false.");

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("email", EMAIL), Map.entry("url", LINK), Map.entry("website", LINK), Map.entry("uri", URI), Map.entry("term_uri", URI),
            Map.entry("minimum_age", NUMBER), Map.entry("maximum_age", NUMBER), Map.entry("available", NUMBER), Map.entry("maximum", NUMBER), Map.entry("amount", NUMBER),
            Map.entry("latitude", NUMBER), Map.entry("longitude", NUMBER), Map.entry("assured_date", DAY), Map.entry("valid_from", DAY), Map.entry("valid_to", DAY),
            Map.entry("dtstart", DAY), Map.entry("until", DAY), Map.entry("opens_at", TIME), Map.entry("closes_at", TIME), Map.entry("last_modified", MOMENT),
            Map.entry("updated", MOMENT), Map.entry("location_type", PLACE), Map.entry("address_type", PLACE), Map.entry("freq", FREQUENCY), Map.entry("interval", INTERVAL),
            Map.entry("byday", WEEKDAYS), Map.entry("closed", TRUTH), Map.entry("status", oneOf("active", "inactive", "defunct", "temporarily closed")));

    private final HsdsRows rows;

    HsdsValues(HsdsRows rows) {
        this.rows = rows;
    }

    /** Puts each value into the one form in which it is kept; refuses what cannot be read. */
    void read(HsdsRow row) {
        row.fields().replaceAll((column, value) -> value == null ? null : read(row, column, value));
        if (row.table() == HsdsTable.LOCATIONS) {
            point(row);
        }
        if (row.table() == HsdsTable.SCHEDULES) {
            rule(row);
        }
    }

    private @Nullable String read(HsdsRow row, String column, String value) {
        var kind = KINDS.get(column);
        if (kind == null || column.equals("status") && row.table() != HsdsTable.SERVICES || column.equals("uri") && row.table() == HsdsTable.SERVICE_AREAS) {
            return value;
        }
        var read = kind.read().apply(value);
        if (read.isEmpty()) {
            rows.blame(row.spot(), column + ": " + kind.wrong().formatted(value.length() > 80 ? value.substring(0, 80) + "…" : value));
        }
        return read.orElse(null);
    }

    /**
     * HSDS lets any number be a latitude. A point that only is one on earth where people live with latitude and longitude exchanged is put right, one that
     * is none (or 0, 0, which means that nobody knew) is left out; each is said.
     */
    private void point(HsdsRow row) {
        var latitude = row.get("latitude");
        var longitude = row.get("longitude");
        if (latitude == null && longitude == null) {
            return;
        }
        double north = latitude == null ? Double.NaN : Double.parseDouble(latitude);
        double east = longitude == null ? Double.NaN : Double.parseDouble(longitude);
        if (!lived(north, east) && lived(east, north)) {
            rows.remark(row.spot(), "the coordinates %s, %s are exchanged; they were read as %s, %s".formatted(latitude, longitude, longitude, latitude));
            row.put("latitude", longitude).put("longitude", latitude);
        } else if (!(Math.abs(north) <= 90 && Math.abs(east) <= 180) || north == 0 && east == 0) {
            rows.remark(row.spot(), "the coordinates %s, %s are no place on earth and were left out".formatted(latitude, longitude));
            row.put("latitude", null).put("longitude", null);
        }
    }

    /** Nobody lives south of 60° south. */
    private static boolean lived(double north, double east) {
        return north >= -60 && north <= 90 && Math.abs(east) <= 180;
    }

    /** Refuses rules that RFC 5545 makes no sense of: they end before they begin, name a day that no month has, or number weekdays within a week. */
    private void rule(HsdsRow row) {
        before(row, "dtstart", "until");
        before(row, "valid_from", "valid_to");
        var days = row.get("bymonthday");
        if (days != null && !days.replaceAll("\\s", "").matches("[+-]?(0?[1-9]|[12]\\d|3[01])(,[+-]?(0?[1-9]|[12]\\d|3[01]))*")) {
            rows.blame(row.spot(), "bymonthday: “%s” are no days of a month, from 1 to 31 or counted from its end by -1 to -31.".formatted(days));
        }
        var weekdays = row.get("byday");
        if (weekdays != null && weekdays.matches(".*\\d.*") && ("WEEKLY".equals(row.get("freq")) || "DAILY".equals(row.get("freq")))) {
            rows.blame(row.spot(), "byday: “%s” numbers weekdays, which only a rule of a month or a year can (RFC 5545, 3.3.10).".formatted(weekdays));
        }
        if (row.get("count") != null && row.get("until") != null) {
            rows.remark(row.spot(), "the rule ends by count and by until, which RFC 5545 forbids and HSDS's own examples do; until holds");
        }
    }

    /** A date in the year 1 is a day of every year, so that its end may stand before its beginning. */
    private void before(HsdsRow row, String from, String to) {
        var begins = row.get(from);
        var ends = row.get(to);
        if (begins != null && ends != null && !begins.startsWith("0001-") && ends.compareTo(begins) < 0) {
            rows.blame(row.spot(), "%s: %s is before %s, %s.".formatted(to, ends, from, begins));
        }
    }

    private static Kind oneOf(String... words) {
        return new Kind(it -> Optional.of(it.toLowerCase(Locale.ROOT)).filter(Set.of(words)::contains), "“%s” is none of " + String.join(", ", words) + ".");
    }
}
