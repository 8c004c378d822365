package org.casebridge.demo;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The seeder's few statements beside COPY. None holds a value that anybody typed. */
final class SeederSql {

    private SeederSql() {}

    static void run(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    static int number(Connection owner, String sql) throws SQLException {
        var text = text(owner, sql);
        return text == null ? 0 : Integer.parseInt(text);
    }

    /** The first column of the first row; null when there is none. */
    static @Nullable String text(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement(); var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
