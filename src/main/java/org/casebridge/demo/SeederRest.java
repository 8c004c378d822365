package org.casebridge.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lets the seeded tables take many rows at once: within the seed's transaction their triggers, foreign keys and secondary indexes rest, and are all there again, checked
 * and built over every row, before it commits. Who reads or writes those tables meanwhile waits.
 */
final class SeederRest {

    private static final String FOREIGN_KEYS = """
            select format('alter table %%s drop constraint %%I', conrelid::regclass, conname),
                   format('alter table %%s add constraint %%I %%s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            from pg_constraint where contype = 'f' and conrelid::regclass::text in (%s) order by conrelid::regclass::text, conname
            """;
    private static final String INDEXES = """
            select format('drop index %%s', indexrelid::regclass), pg_get_indexdef(indexrelid)
            from pg_index where indrelid::regclass::text in (%s) and not exists (select from pg_constraint where conindid = indexrelid) order by indexrelid::regclass::text
            """;

    private final Connection owner;
    private final List<String> undo = new ArrayList<>();

    private SeederRest(Connection owner) {
        this.owner = owner;
    }

    static SeederRest begin(Connection owner) throws SQLException {
        SeederSql.run(owner, "set local maintenance_work_mem = '256MB'");
        var rest = new SeederRest(owner);
        rest.triggers("disable");
        rest.put(INDEXES);
        rest.put(FOREIGN_KEYS);
        return rest;
    }

    void end() throws SQLException {
        for (var statement : undo) {
            SeederSql.run(owner, statement);
        }
        triggers("enable");
    }

    private void put(String pairs) throws SQLException {
        var tables = Arrays.stream(SeederTable.values()).map(it -> "'" + it.place() + "'").collect(Collectors.joining(", "));
        var away = new ArrayList<String>();
        try (var statement = owner.createStatement(); var rows = statement.executeQuery(pairs.formatted(tables))) {
            while (rows.next()) {
                away.add(rows.getString(1));
                undo.add(rows.getString(2));
            }
        }
        for (var statement : away) {
            SeederSql.run(owner, statement);
        }
    }

    /** Those that people wrote, the audit's among them. */
    private void triggers(String how) throws SQLException {
        for (var table : SeederTable.values()) {
            SeederSql.run(owner, "alter table %s %s trigger user".formatted(table.place(), how));
        }
    }
}
