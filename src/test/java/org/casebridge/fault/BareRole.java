package org.casebridge.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A role of the test database that no row policy holds, there while {@link Fault#POLICIES_BYPASSED} is planted. */
final class BareRole {

    static final String NAME = "casebridge_bare";

    private static String made = "";

    private BareRole() {}

    static synchronized void make(String url) {
        if (made.isEmpty()) {
            run(url, "create role " + NAME + " nologin bypassrls", "grant casebridge_wide to " + NAME, "grant " + NAME + " to casebridge_app");
            made = url;
        }
    }

    static synchronized void drop() {
        if (!made.isEmpty()) {
            run(made, "drop role " + NAME);
            made = "";
        }
    }

    private static void run(String url, String... statements) {
        try (var superuser = superuser(url); var statement = superuser.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /** The superuser of the tests' own database. */
    static Connection superuser(String url) throws SQLException {
        var keys = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(System.getProperty("casebridge.data"), "postgres", "casebridge.keys"))) {
            keys.load(reader);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return DriverManager.getConnection(url, "casebridge_bootstrap", keys.getProperty("bootstrap"));
    }
}
