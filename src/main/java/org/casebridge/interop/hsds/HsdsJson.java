package org.casebridge.interop.hsds;

import java.util.HashMap;
import java.util.Map;
import org.casebridge.console.Problem;
import org.casebridge.interop.files.Faulty;
import org.casebridge.interop.files.Spot;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads HSDS JSON, 2.x and 3.x: one record, a list of records, a page ({@code contents}), lists by the names of tables, or the tabular form. Records within
 * records (a service with its organization and phones) become rows of their own, which refer to each other by id.
 */
final class HsdsJson {

    private static final int DEEPEST = 64;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(5_000_000).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final HsdsRows rows = new HsdsRows();
    private final Spot file;
    /** Records with an id that were read at the top, to know when an id comes again for something else. */
    private final Map<String, JsonNode> seen = new HashMap<>();

    private HsdsJson(String file) {
        this.file = Spot.of(file);
    }

    static HsdsRows read(String file, String text) {
        var reading = new HsdsJson(file);
        reading.top(parse(file, text));
        new HsdsOldWays(reading.rows).bringToThree();
        return reading.rows;
    }

    private static JsonNode parse(String file, String text) {
        try {
            return JSON.readTree(text);
        } catch (StreamConstraintsException large) {
            throw new Faulty(new Problem(file, line(large), large.getOriginalMessage().contains("nesting")
                    ? "This is nested more than %d levels deep.".formatted(DEEPEST) : "A value here is longer than any text of a directory."));
        } catch (JacksonException malformed) {
            throw new Faulty(new Problem(file, line(malformed), "This is not valid JSON: " + malformed.getOriginalMessage().lines().findFirst().orElse("it cannot be read") + "."));
        }
    }

    private static @Nullable Long line(JacksonException problem) {
        return problem.getLocation() == null || problem.getLocation().getLineNr() < 1 ? null : (long) problem.getLocation().getLineNr();
    }

    private void top(JsonNode node) {
        if (node.isArray()) {
            list(node, "", null);
        } else if (node.path("contents").isArray()) {
            list(node.path("contents"), "/contents", null);
        } else if (node.isObject() && !node.has("id") && node.propertyNames().stream().anyMatch(it -> table(it) != null && node.path(it).isArray())) {
            for (var name : node.propertyNames()) {
                if (table(name) != null && node.path(name).isArray()) {
                    list(node.path(name), "/" + name.replace("~", "~0").replace("/", "~1"), table(name));
                }
            }
        } else {
            one(node, "", null);
        }
        if (rows.empty() && rows.problems.isEmpty()) {
            rows.blame(file, "There is nothing of a directory in this file: no organization, service, location or taxonomy.");
        }
    }

    private void list(JsonNode list, String pointer, @Nullable HsdsTable table) {
        if (list.isEmpty() && table == null) {
            rows.blame(file.at(pointer), "This list is empty.");
        }
        for (int i = 0; i < list.size(); i++) {
            one(list.get(i), pointer + "/" + i, table);
        }
    }

    private void one(JsonNode node, String pointer, @Nullable HsdsTable known) {
        var table = known != null ? known : HsdsShape.of(node);
        if (!node.isObject() || table == null) {
            rows.blame(file.at(pointer), "This is no organization, service, location or taxonomy as HSDS describes them.");
            return;
        }
        if (table.kind() != null && node.hasNonNull("id")) {
            var before = seen.putIfAbsent(table + " " + node.get("id").asString(""), node);
            if (before != null && before.equals(node)) {
                return;
            }
            if (before != null) {
                rows.blame(file.at(pointer), "The id “%s” is there twice, for two different records of %s.".formatted(node.get("id").asString(""), table.listName()));
                return;
            }
        }
        record(node, table, pointer, Map.of());
    }

    /** Answers the id, so that the record around it can refer to it. */
    private @Nullable String record(JsonNode node, HsdsTable table, String pointer, Map<String, String> around) {
        var row = HsdsRow.at(table, file.at(pointer));
        node.properties().forEach(it -> {
            if (it.getValue().isValueNode()) {
                row.put(HsdsShape.column(table, it.getKey()), it.getValue().isNull() ? null : text(it.getValue(), pointer + "/" + it.getKey()));
            }
        });
        around.forEach((column, id) -> {
            if (row.get(column) == null) {
                row.put(column, id);
            }
        });
        var id = row.get("id");
        if (table.kind() != null && id == null) {
            rows.blame(row.spot(), "This record of %s has no id.".formatted(table.listName()));
            return null;
        }
        HsdsShape.known(table, node, row);
        node.properties().forEach(it -> {
            if (it.getValue().isContainer()) {
                within(row, it.getKey(), it.getValue(), pointer + "/" + it.getKey());
            }
        });
        rows.add(row);
        return id;
    }

    private void within(HsdsRow row, String name, JsonNode inner, String pointer) {
        var above = HsdsShape.above(row.table(), name);
        if (above != null && inner.isObject()) {
            var around = row.table() == HsdsTable.SERVICES && above == HsdsTable.PROGRAMS && row.get("organization_id") != null
                    ? Map.of("organization_id", String.valueOf(row.get("organization_id"))) : Map.<String, String>of();
            row.put(HsdsShape.reference(above), record(inner, above, pointer, around));
            return;
        }
        var table = HsdsShape.below(row.table(), name);
        if (table == null) {
            return;
        }
        var owner = HsdsShape.reference(row.table());
        if (inner.isObject()) {
            record(inner, table, pointer, Map.of(owner, row.id()));
        }
        if (inner.isArray()) {
            if (table.kind() == null && row.table().kind() != null) {
                rows.wholly(table, owner + "=" + row.id());
            }
            for (int i = 0; i < inner.size(); i++) {
                if (inner.get(i).isObject()) {
                    record(inner.get(i), table, pointer + "/" + i, Map.of(owner, row.id()));
                } else {
                    rows.blame(file.at(pointer + "/" + i), "Here should be a record of %s.".formatted(table.listName()));
                }
            }
        }
    }

    private String text(JsonNode value, String pointer) {
        var text = value.asString("");
        if (text.indexOf('\0') >= 0) {
            rows.blame(file.at(pointer), "This text holds a NUL character, which no text may hold.");
            return text.replace("\0", "");
        }
        return text;
    }

    private static @Nullable HsdsTable table(String name) {
        var stem = name.endsWith(".csv") ? name.substring(0, name.length() - ".csv".length()) : name;
        return HsdsTable.named(stem).orElse(null);
    }
}
