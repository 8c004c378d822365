package org.casebridge.directory.hsds;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.casebridge.directory.hsds.PublicDirectory.Asked;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes the whole directory into a folder as HSDS 3.1, in steps, so that memory holds a page at a time. All of it is of one moment. */
@Service
@Transactional(readOnly = true, isolation = org.springframework.transaction.annotation.Isolation.REPEATABLE_READ)
public class DirectoryExport {

    private static final int STEP = 500;

    /** The tables of HSDS's tabular form, by the shape whose rows they hold. */
    private static final Map<String, String> TABLES = Map.ofEntries(Map.entry("service", "services"), Map.entry("organization", "organizations"), Map.entry("program", "programs"),
            Map.entry("location", "locations"), Map.entry("service_at_location", "service_at_location"), Map.entry("taxonomy", "taxonomies"), Map.entry("taxonomy_term", "taxonomy_terms"),
            Map.entry("phone", "phones"), Map.entry("contact", "contacts"), Map.entry("address", "addresses"), Map.entry("schedule", "schedules"), Map.entry("service_area", "service_areas"),
            Map.entry("language", "languages"), Map.entry("accessibility", "accessibility"), Map.entry("required_document", "required_documents"), Map.entry("funding", "funding"),
            Map.entry("cost_option", "cost_options"), Map.entry("service_capacity", "service_capacity"), Map.entry("unit", "units"),
            Map.entry("organization_identifier", "organization_identifiers"), Map.entry("attribute", "attributes"), Map.entry("url", "url"));

    private static final Map<String, String> FILES = Map.of("taxonomy", "taxonomies", "taxonomy_term", "taxonomy_terms", "organization", "organizations", "service", "services",
            "service_at_location", "service_at_locations");

    private final PublicDirectory directory;
    private final JsonMapper json;

    DirectoryExport(PublicDirectory directory, JsonMapper json) {
        this.directory = directory;
        this.json = json;
    }

    private interface Taker {
        void take(String shape, Map<String, Object> object) throws IOException;
    }

    /** A JSON list for each kind, each object whole. Answers how many objects there are. */
    public int json(Path folder) {
        int all = 0;
        for (var kind : FILES.entrySet()) {
            try (var out = Files.newBufferedWriter(folder.resolve(kind.getValue() + ".json"))) {
                out.write("[");
                var between = new String[] {""};
                all += each(kind.getKey(), (_, object) -> {
                    out.write(between[0] + json.writeValueAsString(object));
                    between[0] = ",\n";
                });
                out.write("]\n");
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
        return all;
    }

    /** A CSV file for each table that has a row. Answers how many rows there are. */
    public int csv(Path folder) {
        var writers = new HashMap<String, CsvWriter>();
        var seen = new HashSet<String>();
        int[] rows = {0};
        try {
            for (var kind : List.of("taxonomy", "taxonomy_term", "organization", "service", "service_at_location")) {
                each(kind, (shape, object) -> rows[0] += table(folder, shape, object, Map.of(), writers, seen));
            }
            return rows[0];
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } finally {
            writers.values().forEach(DirectoryExport::close);
        }
    }

    private int each(String shape, Taker taker) throws IOException {
        int written = 0;
        for (int page = 1; ; page++) {
            var ids = directory.ids(shape, Asked.ALL, page, STEP).ids();
            for (var object : directory.all(shape, ids, true)) {
                taker.take(shape, object);
                written++;
            }
            if (ids.size() < STEP) {
                return written;
            }
        }
    }

    /** Writes one object's row and those of all that stands within it; one id stands in a table once. */
    private static int table(Path folder, String name, Map<String, Object> object, Map<String, String> owner, Map<String, CsvWriter> writers, Set<String> seen) throws IOException {
        var shape = Shape.of(name);
        int rows = 0;
        var me = new LinkedHashMap<String, String>();
        object.forEach((field, value) -> {
            if (!(value instanceof Map) && !(value instanceof List)) {
                me.put(field, String.valueOf(value));
            }
        });
        owner.forEach(me::putIfAbsent);
        for (var inner : shape.objects().entrySet()) {
            if (object.get(inner.getKey()) instanceof Map<?, ?> within) {
                rows += table(folder, inner.getValue(), fields(within), Map.of(), writers, seen);
                me.putIfAbsent(inner.getKey() + "_id", String.valueOf(within.get("id")));
            }
        }
        // what stands within another only by its id, name and status is written where it stands whole
        boolean whole = !(name.equals("service") && object.size() <= 3);
        if (whole && seen.add(name + " " + UUID.fromString(String.valueOf(object.get("id"))))) {
            var columns = columns(shape);
            var writer = writers.get(name);
            if (writer == null) {
                writer = CsvWriter.builder().build(folder.resolve(TABLES.get(name) + ".csv"));
                writers.put(name, writer);
                writer.writeRecord(columns);
            }
            writer.writeRecord(columns.stream().map(it -> me.getOrDefault(it, "")).toList());
            rows++;
        }
        for (var list : shape.lists().entrySet()) {
            if (object.get(list.getKey()) instanceof List<?> items) {
                for (var item : items) {
                    if (item instanceof Map<?, ?> within) {
                        rows += table(folder, list.getValue(), fields(within), Map.of(name + "_id", String.valueOf(object.get("id"))), writers, seen);
                    }
                }
            }
        }
        return rows;
    }

    /** The shape's own fields, and the columns by which a row names what it belongs to. */
    private static List<String> columns(Shape shape) {
        var columns = new LinkedHashSet<>(shape.fields().keySet());
        shape.objects().keySet().forEach(it -> columns.add(it + "_id"));
        for (var owner : TABLES.keySet()) {
            if (Shape.of(owner).lists().containsValue(shape.name())) {
                columns.add(owner + "_id");
            }
        }
        return new ArrayList<>(columns);
    }

    private static Map<String, Object> fields(Map<?, ?> object) {
        var fields = new LinkedHashMap<String, Object>();
        object.forEach((key, value) -> fields.put(String.valueOf(key), value));
        return fields;
    }

    private static void close(CsvWriter writer) {
        try {
            writer.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
