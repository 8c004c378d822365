package org.casebridge.interop.hsds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings rows of HSDS 1 and 2, and of Ohana, into the shape of HSDS 3: weekdays, holidays, lists written with commas, services that name their location. */
final class HsdsOldWays {

    private static final Map<String, String> DAYS = Map.of("mon", "MO", "tue", "TU", "wed", "WE", "thu", "TH", "fri", "FR", "sat", "SA", "sun", "SU");
    private static final String[] NUMBERED = {"SU", "MO", "TU", "WE", "TH", "FR", "SA", "SU"};

    private final HsdsRows rows;

    HsdsOldWays(HsdsRows rows) {
        this.rows = rows;
    }

    void bringToThree() {
        rows.of(HsdsTable.SCHEDULES).forEach(this::weekday);
        var organizations = new HashMap<String, @Nullable String>();
        rows.of(HsdsTable.LOCATIONS).forEach(it -> organizations.put(it.id(), it.get("organization_id")));
        rows.of(HsdsTable.LOCATIONS).forEach(this::location);
        rows.of(HsdsTable.SERVICES).forEach(it -> service(it, organizations));
        rows.of(HsdsTable.ORGANIZATIONS).forEach(it -> listed(it, "funding_sources", HsdsTable.FUNDING, "organization_id", "source"));
    }

    private void weekday(HsdsRow row) {
        var day = row.get("weekday");
        if (day != null) {
            var code = day.matches("[0-7]") ? NUMBERED[Integer.parseInt(day)] : DAYS.get(day.toLowerCase(Locale.ROOT).substring(0, Math.min(3, day.length())));
            if (code == null) {
                rows.blame(row.spot(), "“%s” is no day of the week.".formatted(day));
            }
            row.put("byday", code).put("freq", "WEEKLY");
        }
    }

    private void location(HsdsRow row) {
        listed(row, "languages", HsdsTable.LANGUAGES, "location_id", "name");
        var access = row.get("accessibility");
        if (access != null) {
            split(access).forEach(it -> rows.add(HsdsTable.ACCESSIBILITY, row.spot(), "location_id", row.id(), "description", it.replace('_', ' ')));
            rows.wholly(HsdsTable.ACCESSIBILITY, "location_id=" + row.id());
        }
        row.fields().remove("accessibility");
        if ("true".equalsIgnoreCase(row.get("virtual")) && row.get("location_type") == null) {
            row.put("location_type", "virtual");
        }
        if (row.get("email") != null) {
            rows.add(HsdsTable.CONTACTS, row.spot(), "location_id", row.id(), "email", row.get("email"));
        }
    }

    private void service(HsdsRow row, Map<String, @Nullable String> organizations) {
        listed(row, "languages", HsdsTable.LANGUAGES, "service_id", "name");
        listed(row, "service_areas", HsdsTable.SERVICE_AREAS, "service_id", "name");
        if (row.get("required_documents") != null) {
            rows.add(HsdsTable.REQUIRED_DOCUMENTS, row.spot(), "service_id", row.id(), "document", row.get("required_documents"));
            rows.wholly(HsdsTable.REQUIRED_DOCUMENTS, "service_id=" + row.id());
        }
        row.fields().remove("required_documents");
        listed(row, "funding_sources", HsdsTable.FUNDING, "service_id", "source");
        listed(row, "keywords", HsdsTable.ATTRIBUTES, "service_id", "label");
        listed(row, "taxonomy_ids", HsdsTable.ATTRIBUTES, "service_id", "taxonomy_term_id");
        var location = row.get("location_id");
        if (location != null) {
            if (row.get("organization_id") == null) {
                row.put("organization_id", organizations.get(location));
            }
            rows.add(HsdsTable.SERVICES_AT_LOCATION, row.spot(), "id", row.id(), "service_id", row.id(), "location_id", location);
            row.fields().remove("location_id");
        }
    }

    private void listed(HsdsRow row, String column, HsdsTable table, String owner, String field) {
        if (row.fields().containsKey(column)) {
            split(row.get(column)).forEach(it -> rows.add(table, row.spot(), owner, row.id(), field, it));
            rows.wholly(table, owner + "=" + row.id());
            row.fields().remove(column);
        }
    }

    private static List<String> split(@Nullable String text) {
        return text == null ? List.of() : new ArrayList<>(Stream.of(text.split(",(?![^(]*\\))")).map(String::strip).filter(it -> !it.isEmpty()).distinct().toList());
    }
}
