package org.casebridge.audit;

import java.time.LocalDate;
import java.util.List;
import org.casebridge.access.Role;

/** What one person did with a record on one day: the pages they saw, the tables in which they changed something, and deeds; for the client to read, so without times and keys. */
public record Told(LocalDate day, String name, Role role, String seen, String places, String deeds, String fields, boolean refused) {

    public List<String> pages() { return split(seen); }

    /** The modules whose tables they are. */
    public List<String> changed() {
        return split(places).stream().map(it -> it.substring(0, Math.max(0, it.indexOf('.')))).distinct().toList();
    }

    public List<String> did() { return split(deeds); }

    /** The hidden fields that they had shown. */
    public List<String> revealed() { return split(fields); }

    private static List<String> split(String lines) {
        return lines.isEmpty() ? List.of() : List.of(lines.split("\n"));
    }
}
