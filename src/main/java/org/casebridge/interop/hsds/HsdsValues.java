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

    /** HSDS lets any number be a latitude; a point that is not on earth is left out, and said so. */
    private void point(HsdsRow row) {
        var latitude = row.get("latitude");
        var longitude = row.get("longitude");
        if (latitude == null && longitude == null) {
            return;
        }
        if (latitude == null || longitude == null || Math.abs(Double.parseDouble(latitude)) > 90 || Math.abs(Double.parseDouble(longitude)) > 180) {
            rows.remark(row.spot(), "the coordinates %s, %s are no place on earth and were left out".formatted(latitude, longitude));
            row.put("latitude", null).put("longitude", null);
        }
    }

    private static Kind oneOf(String... words) {
        return new Kind(it -> Optional.of(it.toLowerCase(Locale.ROOT)).filter(Set.of(words)::contains), "“%s” is none of " + String.join(", ", words) + ".");
    }
}
