package org.casebridge.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.casebridge.kernel.Stopped;

/**
 * A real PostgreSQL of our own, kept in a folder, for whoever names no server. Whoever needs it first starts it, whoever leaves last
 * stops it, and all in between join it, within one process and between several: the server, the operator's commands, the tests.
 */
final class EmbeddedDatabase implements Database {

    private static final Map<Path, EmbeddedDatabase> OPEN = new HashMap<>();
    private static final String NAME = "casebridge";
    private static final String OWNER = "casebridge_owner";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final FolderLock lock;
    private final Cluster cluster;
    private final ClusterKeys keys;
    private final int port;
    private int users;

    private EmbeddedDatabase(Path folder, boolean durable) throws IOException, SQLException {
        this.folder = folder;
        lock = new FolderLock(folder);
        try {
            lock.takeTurn();
            cluster = new Cluster(folder, PostgresPrograms.in(folder));
            if (!cluster.exists()) {
                cluster.make(durable);
            }
            keys = cluster.keys();
            var joined = join();
            port = joined != 0 ? joined : cluster.start(durable);
            furnish();
            lock.use();
            lock.endTurn();
        } catch (Throwable failure) {
            lock.close();
            throw failure;
        }
    }

    /** Refuses a second server on one folder; commands and the tests of one process may be as many as they like. */
    static synchronized EmbeddedDatabase open(Path folder, boolean durable, boolean serving) {
        try {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var real = folder.toRealPath();
            var database = OPEN.get(real);
            if (database == null) {
                database = new EmbeddedDatabase(real, durable);
                OPEN.put(real, database);
            }
            database.users++;
            if (serving && !database.lock.serve()) {
                database.close();
                throw new Stopped("A Casebridge server already runs on the data folder %s: stop it first, or choose another folder with CASEBRIDGE_DATA.".formatted(real));
            }
            return database;
        } catch (IOException failure) {
            throw new Stopped("The data folder %s cannot be used: %s".formatted(folder.toAbsolutePath(), failure.getMessage()), failure);
        } catch (SQLException failure) {
            throw new Stopped("The database in %s does not answer: %s".formatted(folder.toAbsolutePath(), failure.getMessage()), failure);
        }
    }

    @Override
    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, NAME);
    }

    @Override
    public Login owner() {
        return new Login(OWNER, keys.owner());
    }

    @Override
    public Login application() {
        return new Login(APPLICATION, keys.application());
    }

    @Override
    public void close() {
        synchronized (EmbeddedDatabase.class) {
            if (--users > 0) {
                return;
            }
            OPEN.remove(folder);
            try (lock) {
                lock.takeTurn();
                if (lock.leaveLast()) {
                    cluster.stop();
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** The port of a PostgreSQL that runs on this folder already, perhaps left over by a killed server; 0 when none does. */
    private int join() throws IOException, SQLException {
        var until = Instant.now().plus(PATIENCE);
        while (true) {
            var postmaster = cluster.running();
            if (postmaster.isEmpty()) {
                return 0;
            }
            try (var _ = bootstrap("postgres", postmaster.get().port())) {
                return postmaster.get().port();
            } catch (SQLException notYet) {
                if (Instant.now().isAfter(until)) {
                    throw notYet;
                }
                pause();
            }
        }
    }

    /** The superuser makes the two logins and the database, and does nothing else ever. */
    private void furnish() throws SQLException {
        try (var connection = bootstrap("postgres", port); var statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                        if not exists (select from pg_roles where rolname = '%1$s') then
                            create role %1$s login createrole password '%2$s';
                        end if;
                        if not exists (select from pg_roles where rolname = '%3$s') then
                            create role %3$s login password '%4$s';
                        end if;
                    end $$
                    """.formatted(OWNER, keys.owner(), APPLICATION, keys.application()));
            try (var there = statement.executeQuery("select from pg_database where datname = '%s'".formatted(NAME))) {
                if (there.next()) {
                    return;
                }
            }
            statement.execute("create database %s owner %s".formatted(NAME, OWNER));
        }
    }

    private Connection bootstrap(String database, int port) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/%s?connectTimeout=5".formatted(port, database), Cluster.BOOTSTRAP, keys.bootstrap());
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(100));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for PostgreSQL", interrupted);
        }
    }
}
