package org.casebridge.interop.hsds;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.casebridge.console.Problem;
import org.casebridge.interop.files.Bytes;
import org.casebridge.interop.files.Csv;
import org.casebridge.interop.files.Faulty;
import org.casebridge.interop.files.Spot;
import org.jspecify.annotations.Nullable;

/** Reads the CSV files of one folder: HSDS 1.0 to 3.1 and Ohana's, which name tables and columns a little differently. */
final class HsdsCsv {

    private static final Map<HsdsTable, Map<String, String>> RENAMED = Map.of(
            HsdsTable.SERVICES, Map.of("eligibility", "eligibility_description", "accepted_payments", "payments", "website", "url"),
            HsdsTable.ORGANIZATIONS, Map.of("url", "website", "date_incorporated", "year_incorporated"),
            HsdsTable.LOCATIONS, Map.of("website", "url"),
            HsdsTable.PHONES, Map.of("number_type", "type", "department", "description"),
            HsdsTable.SCHEDULES, Map.of("start_date", "valid_from", "end_date", "valid_to"),
            HsdsTable.ADDRESSES, Map.of("address", "address_1"),
            HsdsTable.ATTRIBUTES, Map.of("taxonomy_id", "taxonomy_term_id"),
            HsdsTable.LANGUAGES, Map.of("language", "name"),
            HsdsTable.SERVICE_AREAS, Map.of("service_area", "name"),
            HsdsTable.ACCESSIBILITY, Map.of("accessibility", "description"));

    private final HsdsRows rows = new HsdsRows();
    private final String folder;

    private final @Nullable List<Problem> skipped;

    HsdsCsv(String folder, @Nullable List<Problem> skipped) {
        this.folder = folder;
        this.skipped = skipped;
    }

    /** True of files that belong to an HSDS folder, by their name. */
    static boolean isTable(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") && (table(name).isPresent() || TEXTS.containsKey(stem(name)));
    }

    /** Tables of HSDS 1 and 2 that are a text of the service in HSDS 3. */
    private static final Map<String, List<String>> TEXTS = Map.of(
            "eligibility", List.of("eligibility", "eligibility_description"), "eligibilities", List.of("eligibility", "eligibility_description"),
            "payments_accepted", List.of("payment", "payments"), "payment_accepted", List.of("payment", "payments"), "interpretation_services", List.of("interpretation_services", "interpretation_services"));

    /** Rows that are no rows of a CSV file are left out and told in {@code skipped}, unless that is null: then nothing of the file is read. */
    static HsdsRows read(String folder, List<Path> files, @Nullable List<Problem> skipped) {
        var reading = new HsdsCsv(folder, skipped);
        files.stream().sorted(Comparator.comparing((Path it) -> TEXTS.containsKey(stem(it.getFileName().toString().toLowerCase(Locale.ROOT))))).forEach(file -> {
            try {
                reading.read(file);
            } catch (Faulty faulty) {
                reading.rows.problems.addAll(faulty.problems());
                reading.rows.unread();
            }
        });
        new HsdsOldWays(reading.rows).bringToThree();
        return reading.rows;
    }

    private void read(Path path) {
        var name = path.getFileName().toString();
        var file = folder.isEmpty() ? name : folder + "/" + name;
        var stem = stem(name.toLowerCase(Locale.ROOT));
        if (HsdsTable.PASSED.contains(stem)) {
            return;
        }
        var csv = Csv.read(file, Bytes.text(path, file), skipped);
        if (TEXTS.containsKey(stem)) {
            texts(csv, TEXTS.get(stem).getFirst(), TEXTS.get(stem).getLast());
            return;
        }
        var table = table(name.toLowerCase(Locale.ROOT)).orElseThrow();
        var renamed = RENAMED.getOrDefault(table, Map.of());
        var columns = csv.header().stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
        if (!recognized(table, columns, csv)) {
            return;
        }
        rows.wholly(table);
        for (var line : csv.lines()) {
            var row = HsdsRow.at(table, Spot.line(file, line.number()));
            line.fields().forEach((column, value) -> {
                var known = renamed.getOrDefault(column.toLowerCase(Locale.ROOT), column.toLowerCase(Locale.ROOT));
                if (row.get(known) == null) {
                    row.put(known, value);
                }
            });
            if (table == HsdsTable.TAXONOMY_TERMS && row.get("id") == null && row.get("taxonomy_id") != null) {
                row.put("id", row.get("taxonomy_id")).put("code", row.get("taxonomy_id")).fields().remove("taxonomy_id");
            }
            if (stem.startsWith("postal") || stem.startsWith("mail")) {
                row.put("address_type", "postal");
            }
            if (stem.startsWith("holiday") && row.get("closed") == null) {
                row.put("closed", "true");
            }
            rows.add(row);
        }
    }

    /** Says which columns an HSDS file of this name must have, when it has not got them. */
    private boolean recognized(HsdsTable table, List<String> columns, Csv csv) {
        var missing = table.required().stream().filter(it -> !columns.contains(it))
                .filter(it -> !(it.equals("id") && columns.contains("taxonomy_id")))
                .filter(it -> !(it.equals("organization_id") && table == HsdsTable.SERVICES && columns.contains("location_id")))
                .toList();
        missing.forEach(it -> rows.blame(Spot.line(csv.file(), 1), "There is no column “%s”, which %s have in HSDS.".formatted(it, table.listName())));
        if (!missing.isEmpty()) {
            rows.unread();
        }
        return missing.isEmpty();
    }

    private void texts(Csv csv, String column, String field) {
        for (var line : csv.lines()) {
            if (!line.get(column).isBlank()) {
                rows.of(HsdsTable.SERVICES).stream().filter(it -> it.id().equals(line.get("service_id"))).findFirst().ifPresentOrElse(
                        service -> service.put(field, service.get(field) == null ? line.get(column) : service.get(field) + " · " + line.get(column)),
                        () -> rows.blame(Spot.line(csv.file(), line.number()), "There is no service “%s” in this folder.".formatted(line.get("service_id"))));
            }
        }
    }

    private static java.util.Optional<HsdsTable> table(String name) {
        var stem = stem(name);
        return stem.equals("taxonomy") ? java.util.Optional.of(HsdsTable.TAXONOMY_TERMS) : HsdsTable.named(stem);
    }

    private static String stem(String name) {
        return name.substring(0, name.length() - ".csv".length());
    }
}
