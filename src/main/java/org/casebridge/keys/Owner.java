package org.casebridge.keys;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** Works on all rows, as the owner of the tables: row policies do not hold it, and the audit keeps one row about the whole and not one for each value. One process at a time. */
@Component
@DependsOnDatabaseInitialization
class Owner {

    /** Any number that is ours alone. */
    private static final long LOCK = 4_281_947_113L;

    private final FlywayConnectionDetails login;

    Owner(FlywayConnectionDetails login) {
        this.login = login;
    }

    interface Work {

        void on(Connection connection) throws SQLException;
    }

    interface Portion {

        int done() throws SQLException;
    }

    /** Only looks, whoever else is at work. */
    void look(Work work) {
        try (var connection = connect()) {
            work.on(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** False when another process is at it; then nothing is done. */
    boolean alone(Work work) {
        try (var connection = connect()) {
            if (number(connection, "select pg_try_advisory_lock(%d)::int".formatted(LOCK)) == 0) {
                return false;
            }
            work.on(connection);
            return true;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(login.getJdbcUrl(), login.getUsername(), login.getPassword());
    }

    /** Waits until no other process is at it. */
    void work(Work work) {
        try (var connection = connect()) {
            run(connection, "select pg_advisory_lock(%d)".formatted(LOCK));
            work.on(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** In a transaction of its own: all of it, or nothing when the process dies. */
    static int portion(Connection connection, Portion portion) throws SQLException {
        connection.setAutoCommit(false);
        try {
            run(connection, "select set_config('casebridge.resealing', 'yes', true)");
            int done = portion.done();
            connection.commit();
            return done;
        } catch (SQLException | RuntimeException failure) {
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
