package org.casebridge.interop.hsds;

import java.util.LinkedHashMap;
import java.util.Map;
import org.casebridge.interop.files.Spot;
import org.jspecify.annotations.Nullable;

/** One row of one HSDS table, from a line of CSV or an object of JSON, its columns named as in HSDS 3. A column that is absent was not said. */
record HsdsRow(HsdsTable table, Spot spot, Map<String, @Nullable String> fields) {

    static HsdsRow at(HsdsTable table, Spot spot) {
        return new HsdsRow(table, spot, new LinkedHashMap<>());
    }

    /** Null when it is absent or empty. */
    @Nullable String get(String column) {
        var value = fields.get(column);
        return value == null || value.isBlank() ? null : value;
    }

    String id() {
        var id = get("id");
        return id == null ? "" : id;
    }

    HsdsRow put(String column, @Nullable String value) {
        fields.put(column, value == null || value.isBlank() ? null : value.strip());
        return this;
    }
}
