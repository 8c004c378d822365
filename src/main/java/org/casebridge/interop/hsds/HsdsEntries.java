package org.casebridge.interop.hsds;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.casebridge.directory.Entry;
import org.casebridge.directory.Entry.Kind;
import org.jspecify.annotations.Nullable;

/** Makes entries of rows: checks what is required, follows each reference, and hangs what belongs to an entry on it. */
final class HsdsEntries {

    private final HsdsRows rows;
    private final Map<Kind, Map<String, Map<String, Object>>> said = new EnumMap<>(Kind.class);
    private final Map<Kind, Set<String>> known = new EnumMap<>(Kind.class);
    private final Map<Kind, Set<String>> missing = new EnumMap<>(Kind.class);

    private HsdsEntries(HsdsRows rows) {
        this.rows = rows;
    }

    /** {@code unknown} tells of ids that are not in these rows whether the directory has them from before. Problems are added to the rows'. */
    static List<Entry> of(HsdsRows rows, BiFunction<Kind, Set<String>, Set<String>> unknown) {
        var making = new HsdsEntries(rows);
        var values = new HsdsValues(rows);
        for (var table : HsdsTable.values()) {
            rows.of(table).forEach(values::read);
            making.name(table);
        }
        making.look(unknown);
        for (var table : HsdsTable.values()) {
            if (table.kind() != null) {
                rows.of(table).forEach(it -> making.entry(it, table.kind()));
            }
        }
        making.lists();
        var entries = new ArrayList<Entry>();
        making.said.forEach((kind, byId) -> byId.forEach((id, fields) -> entries.add(new Entry(kind, id, fields))));
        return entries;
    }

    /** Requires what must be there; a service at a location without an id is named by both; one id stands in a CSV file once. */
    private void name(HsdsTable table) {
        var lines = new HashMap<String, HsdsRow>();
        for (var row : rows.of(table)) {
            if (table == HsdsTable.SERVICES_AT_LOCATION && row.get("id") == null) {
                row.put("id", row.get("service_id") + "@" + row.get("location_id"));
            }
            if (table == HsdsTable.ATTRIBUTES) {
                link(row);
            }
            table.required().stream().filter(it -> row.get(it) == null)
                    .forEach(it -> rows.blame(row.spot(), "There is no %s, which %s must have.".formatted(it, table.listName())));
            var before = table.kind() == null || row.get("id") == null ? null : lines.putIfAbsent(row.id(), row);
            if (before != null && row.spot().line() != null) {
                rows.blame(row.spot(), "The id “%s” is there twice: first in line %d.".formatted(row.id(), before.spot().line()));
            }
        }
    }

    /** HSDS 3 attributes name what they are about by {@code link_entity} and {@code link_id}. */
    private void link(HsdsRow row) {
        var id = row.get("link_id");
        if (id != null) {
            var entity = String.valueOf(row.get("link_entity")).toLowerCase(java.util.Locale.ROOT);
            var column = HsdsTable.named(entity).filter(it -> it.kind() != null).map(HsdsShape::reference)
                    .orElseGet(() -> row.table().references().entrySet().stream().filter(it -> has(it.getValue(), id)).map(Map.Entry::getKey).findFirst().orElse("service_id"));
            row.put(column, id);
        }
    }

    private void look(BiFunction<Kind, Set<String>, Set<String>> unknown) {
        var asked = new EnumMap<Kind, Set<String>>(Kind.class);
        for (var table : HsdsTable.values()) {
            for (var row : rows.of(table)) {
                table.references().forEach((column, kind) -> {
                    var id = row.get(column);
                    if (id != null && !has(kind, id)) {
                        asked.computeIfAbsent(kind, _ -> new HashSet<>()).add(id);
                    }
                });
            }
        }
        for (var row : rows.of(HsdsTable.ATTRIBUTES)) {
            var term = row.get("taxonomy_term_id");
            if (term != null && !has(Kind.TAXONOMY_TERM, term)) {
                asked.computeIfAbsent(Kind.TAXONOMY_TERM, _ -> new HashSet<>()).add(term);
            }
        }
        asked.forEach((kind, ids) -> missing.put(kind, unknown.apply(kind, ids)));
    }

    private void entry(HsdsRow row, Kind kind) {
        if (row.get("id") == null) {
            return;
        }
        row.table().references().forEach((column, other) -> {
            var id = row.get(column);
            if (id == null) {
                return;
            }
            if (kind == other && id.equals(row.id())) {
                rows.blame(row.spot(), "%s: “%s” is its own parent.".formatted(column, id));
            } else if (lacks(other, id) && row.table().required().contains(column)) {
                rows.blame(row.spot(), "%s: there is no %s “%s”, neither here nor in the directory.".formatted(column, words(other), id));
            } else if (lacks(other, id)) {
                rows.remark(row.spot(), "%s: there is no %s “%s”, so this was left out".formatted(column, words(other), id));
                row.put(column, null);
            }
        });
        if (kind == Kind.SERVICE && row.get("fees_description") == null && row.get("fees") != null) {
            row.put("fees_description", row.get("fees"));
        }
        var fields = said(kind, row.id());
        row.fields().forEach((column, value) -> {
            if (!column.equals("id")) {
                fields.put(column, value);
            }
        });
    }

    private void lists() {
        var phonesOf = new HashMap<String, Set<Map<String, Object>>>();
        for (var row : rows.of(HsdsTable.PHONES)) {
            if (row.get("contact_id") != null) {
                phonesOf.computeIfAbsent(row.get("contact_id"), _ -> new LinkedHashSet<>()).add(fields(row));
            }
        }
        for (var table : HsdsTable.values()) {
            if (table.kind() == null) {
                beginLists(table);
                var filled = new IdentityHashMap<Map<String, Object>, Set<Object>>();
                rows.of(table).forEach(it -> hang(it, phonesOf, filled));
            }
        }
    }

    /** What is said whole begins empty, so that what is gone from the source goes from here. */
    private void beginLists(HsdsTable table) {
        if (rows.isWhole(table)) {
            table.references().values().forEach(kind -> said.getOrDefault(kind, Map.of()).values().forEach(it -> it.putIfAbsent(table.listName(), new ArrayList<>())));
        }
        rows.wholeOf(table).forEach(owner -> {
            int cut = owner.indexOf('=');
            var kind = table.references().get(owner.substring(0, cut));
            var known = kind == null ? null : said.getOrDefault(kind, Map.of()).get(owner.substring(cut + 1));
            if (known != null) {
                known.putIfAbsent(table.listName(), new ArrayList<>());
            }
        });
    }

    private void hang(HsdsRow row, Map<String, Set<Map<String, Object>>> phonesOf, Map<Map<String, Object>, Set<Object>> filled) {
        var item = fields(row);
        if (row.table() == HsdsTable.CONTACTS && row.get("id") != null && phonesOf.containsKey(row.id())) {
            item.put("phones", List.copyOf(phonesOf.get(row.id())));
        }
        if (row.table() == HsdsTable.ATTRIBUTES && !term(row, item)) {
            return;
        }
        if (row.table() == HsdsTable.SCHEDULES && row.get("opens_at") == null && row.get("closes_at") == null && row.get("description") == null
                && row.get("notes") == null && !"true".equals(row.get("closed"))) {
            return;
        }
        boolean hung = row.table() == HsdsTable.PHONES && row.get("contact_id") != null;
        var lost = new ArrayList<String>();
        for (var owner : row.table().references().entrySet()) {
            var id = row.get(owner.getKey());
            if (id != null && lacks(owner.getValue(), id)) {
                lost.add("%s “%s”".formatted(words(owner.getValue()), id));
            } else if (id != null) {
                var known = said(owner.getValue(), id);
                if (filled.computeIfAbsent(known, _ -> new HashSet<>()).add(item)) {
                    list(known, row.table().listName()).add(item);
                }
                hung = true;
            }
        }
        if (!hung) {
            rows.blame(row.spot(), lost.isEmpty() ? "This belongs to nothing: no organization, service or location is named." : "There is no " + String.join(" and no ", lost) + ", neither here nor in the directory.");
        } else if (!lost.isEmpty()) {
            rows.remark(row.spot(), "there is no " + String.join(" and no ", lost) + ", so that part was left out");
        }
    }

    /** An attribute without a label takes its term's name; one whose term nobody knows says nothing. */
    private boolean term(HsdsRow row, Map<String, Object> item) {
        var term = row.get("taxonomy_term_id");
        if (term != null && lacks(Kind.TAXONOMY_TERM, term)) {
            rows.remark(row.spot(), "there is no taxonomy term “%s”, so this was left out".formatted(term));
            item.remove("taxonomy_term_id");
            term = null;
        }
        return term != null || row.get("label") != null;
    }

    private static Map<String, Object> fields(HsdsRow row) {
        var fields = new LinkedHashMap<String, Object>();
        row.fields().forEach((column, value) -> {
            boolean owner = column.endsWith("_id") && !column.equals("taxonomy_term_id");
            if (value != null && !owner && !column.equals("id") && !column.startsWith("link_")) {
                fields.put(column, value);
            }
        });
        return fields;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> known, String name) {
        return (List<Object>) known.computeIfAbsent(name, _ -> new ArrayList<>());
    }

    private Map<String, Object> said(Kind kind, String id) {
        return said.computeIfAbsent(kind, _ -> new LinkedHashMap<>()).computeIfAbsent(id, _ -> new LinkedHashMap<>());
    }

    private boolean has(Kind kind, String id) {
        return known.computeIfAbsent(kind, this::ids).contains(id);
    }

    private Set<String> ids(Kind kind) {
        var ids = new HashSet<String>();
        for (var table : HsdsTable.values()) {
            if (table.kind() == kind) {
                rows.of(table).forEach(it -> ids.add(it.id()));
            }
        }
        return ids;
    }

    private boolean lacks(Kind kind, @Nullable String id) {
        return missing.getOrDefault(kind, Set.of()).contains(id);
    }

    private static String words(Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
