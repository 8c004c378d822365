package org.casebridge.interop.hsds;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebridge.console.Problem;
import org.casebridge.interop.files.Spot;

/** What a CSV folder or a JSON file says, as rows of tables, with the problems and remarks found on the way. */
final class HsdsRows {

    private final Map<HsdsTable, List<HsdsRow>> rows = new EnumMap<>(HsdsTable.class);
    /** Lists that were said whole: of everybody (a CSV file) or of one owner (a list in JSON). */
    private final Set<HsdsTable> whole = EnumSet.noneOf(HsdsTable.class);
    private final Map<HsdsTable, List<String>> wholeOf = new HashMap<>();
    private final Set<Spot> bad = new HashSet<>();
    private boolean complete = true;
    final List<Problem> problems = new ArrayList<>();
    final List<String> remarks = new ArrayList<>();

    List<HsdsRow> of(HsdsTable table) {
        return rows.getOrDefault(table, List.of());
    }

    void add(HsdsRow row) {
        rows.computeIfAbsent(row.table(), _ -> new ArrayList<>()).add(row);
    }

    HsdsRow add(HsdsTable table, Spot spot, String... pairs) {
        var row = HsdsRow.at(table, spot);
        for (int i = 0; i < pairs.length; i += 2) {
            row.put(pairs[i], pairs[i + 1]);
        }
        add(row);
        return row;
    }

    void wholly(HsdsTable table) {
        whole.add(table);
    }

    /** The owner as {@code service_id=…}. */
    void wholly(HsdsTable table, String owner) {
        wholeOf.computeIfAbsent(table, _ -> new ArrayList<>()).add(owner);
    }

    boolean isWhole(HsdsTable table) {
        return whole.contains(table);
    }

    List<String> wholeOf(HsdsTable table) {
        return wholeOf.getOrDefault(table, List.of());
    }

    /** Leaves out every row that was blamed, and answers why each was. */
    List<Problem> leaveOutBad() {
        var why = List.copyOf(problems);
        problems.clear();
        rows.values().forEach(list -> list.removeIf(it -> bad.contains(it.spot())));
        bad.clear();
        return why;
    }

    void blame(Spot spot, String reason) {
        bad.add(spot);
        problems.add(spot.problem(reason));
    }

    void remark(Spot spot, String words) {
        remarks.add(spot.problem(words).toString());
    }

    /** A whole file could not be read, so that what refers to it would be blamed for nothing. */
    void unread() {
        complete = false;
    }

    boolean complete() {
        return complete;
    }

    boolean empty() {
        return rows.isEmpty();
    }
}
