package org.casebridge.data;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.casebridge.kernel.Stopped;
import org.postgresql.PGConnection;

/** A PostgreSQL server that somebody else runs, named with the login of the database's owner. */
record ServerDatabase(String url, Login owner, Login application) implements Database {

    private static final int OLDEST = 15;

    /** Several nodes derive the same application password from the owner's, so none has to tell another. */
    static ServerDatabase open(DatabaseSettings.Db named) {
        var url = Objects.requireNonNull(named.url()).strip();
        if (!url.startsWith("jdbc:postgresql://")) {
            throw new Stopped("CASEBRIDGE_DB_URL should look like jdbc:postgresql://db.example.org:5432/casebridge.");
        }
        if (url.matches(".*[?&](user|password)=.*")) {
            throw new Stopped("Give the database login with CASEBRIDGE_DB_USER and CASEBRIDGE_DB_PASSWORD, not in CASEBRIDGE_DB_URL.");
        }
        if (named.user() == null || named.user().isBlank() || named.password() == null || named.password().isEmpty()) {
            throw new Stopped("CASEBRIDGE_DB_URL names a server: give its login with CASEBRIDGE_DB_USER and CASEBRIDGE_DB_PASSWORD too.");
        }
        var owner = new Login(named.user(), named.password());
        var application = new Login(APPLICATION, derived(owner.password()));
        try (var connection = DriverManager.getConnection(url, owner.user(), owner.password())) {
            check(connection);
            admit(connection, application);
        } catch (SQLException failure) {
            throw new Stopped("The database server at %s %s".formatted(url, switch (String.valueOf(failure.getSQLState())) {
                case "08001", "08004", "08006" -> "cannot be reached: " + failure.getMessage();
                case "28P01", "28000" -> "refuses the login %s: check CASEBRIDGE_DB_USER and CASEBRIDGE_DB_PASSWORD.".formatted(owner.user());
                case "3D000" -> "has no such database: create it with %s as its owner.".formatted(owner.user());
                case "42501" -> "does not let %s make the login %s: give it CREATEROLE. (%s)".formatted(owner.user(), APPLICATION, failure.getMessage());
                default -> "cannot be used: " + failure.getMessage();
            }), failure);
        }
        try (var connection = DriverManager.getConnection(url, APPLICATION, application.password())) {
            return new ServerDatabase(url, owner, application);
        } catch (SQLException failure) {
            throw new Stopped("The database server at %s does not let the application in as %s: %s".formatted(url, APPLICATION, failure.getMessage()), failure);
        }
    }

    @Override
    public void close() {}

    private static void check(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST) {
            throw new Stopped("Casebridge needs PostgreSQL %d or newer; this server is %s.".formatted(OLDEST, connection.getMetaData().getDatabaseProductVersion()));
        }
        if (!"UTF8".equals(text(connection, "select pg_encoding_to_char(encoding) from pg_database where datname = current_database()"))) {
            throw new Stopped("Casebridge needs a database with the encoding UTF8.");
        }
    }

    private static void admit(Connection connection, Login application) throws SQLException {
        var role = text(connection, "select case when rolsuper or rolbypassrls then 'mighty' else 'modest' end from pg_roles where rolname = '" + APPLICATION + "'");
        if ("mighty".equals(role)) {
            throw new Stopped("The role %s on the database server is a superuser or bypasses row security: take that from it.".formatted(APPLICATION));
        }
        if (role == null) {
            run(connection, "create role " + APPLICATION + " login");
        }
        if (role == null || !letsIn(connection, application)) {
            connection.unwrap(PGConnection.class).alterUserPassword(APPLICATION, application.password().toCharArray(), "scram-sha-256");
        }
        if (!"t".equals(text(connection, "select has_database_privilege('" + APPLICATION + "', current_database(), 'connect')"))) {
            run(connection, "grant connect on database \"" + connection.getCatalog().replace("\"", "\"\"") + "\" to " + APPLICATION);
        }
    }

    private static boolean letsIn(Connection owners, Login application) throws SQLException {
        try (var _ = DriverManager.getConnection(owners.getMetaData().getURL(), application.user(), application.password())) {
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private static String derived(String password) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(APPLICATION.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
