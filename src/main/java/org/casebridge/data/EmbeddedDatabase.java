package org.casebridge.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.casebridge.kernel.Stopped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL of our own, kept in a folder, for whoever names no server. Whoever needs it first starts it, whoever leaves last
 * stops it, and all in between join it, within one process and between several: the server, the operator's commands, the tests.
 */
final class EmbeddedDatabase implements Database {

    private static final Map<Path, EmbeddedDatabase> OPEN = new HashMap<>();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration MOMENT = Duration.ofMillis(100);
    private static final Duration WATCH = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final Path folder;
    private final FolderLock lock;
    private final Cluster cluster;
    private final ClusterKeys keys;
    private final Bootstrap bootstrap;
    private final int port;
    private final boolean durable;
    private int users;

    private EmbeddedDatabase(Path folder, boolean durable) throws IOException, SQLException {
        this.folder = folder;
        this.durable = durable;
        lock = new FolderLock(folder);
        try {
            lock.takeTurn();
            cluster = new Cluster(folder, PostgresPrograms.in(folder));
            if (!cluster.exists()) {
                cluster.make(durable);
            }
            keys = cluster.keys();
            bootstrap = new Bootstrap(keys);
            var joined = join();
            port = joined != 0 ? joined : cluster.start(durable);
            bootstrap.furnish(port);
            lock.use();
            lock.endTurn();
            Thread.ofVirtual().name("database-watch").start(this::watch);
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
            throw new Stopped("The data folder %s cannot be used: %s".formatted(folder.toAbsolutePath(), switch (failure) {
                case AccessDeniedException denied -> "you may not write to " + denied.getFile();
                case FileAlreadyExistsException file -> file.getFile() + " is not a folder";
                case NoSuchFileException nowhere -> nowhere.getFile() + " cannot be made";
                case ClosedByInterruptException _ -> "it was told to stop before it was ready";
                default -> failure.toString();
            }), failure);
        } catch (SQLException failure) {
            throw new Stopped("The database in %s does not answer: %s".formatted(folder.toAbsolutePath(), failure.getMessage()), failure);
        }
    }

    @Override
    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, Bootstrap.DATABASE);
    }

    @Override
    public Login owner() {
        return new Login(Bootstrap.OWNER, keys.owner());
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

    /** A PostgreSQL that something killed is started again, at the same port, where the pool looks for it. */
    private void watch() {
        while (true) {
            pause(WATCH);
            synchronized (EmbeddedDatabase.class) {
                if (users == 0) {
                    return;
                }
                try {
                    revive();
                } catch (IOException | Stopped failure) {
                    LOG.error("PostgreSQL stopped and does not start again: {}", failure.getMessage());
                }
            }
        }
    }

    private void revive() throws IOException {
        if (cluster.running().isEmpty()) {
            lock.takeTurn();
            try {
                if (cluster.running().isEmpty()) {
                    LOG.warn("PostgreSQL was stopped by something else: starting it again");
                    cluster.start(durable);
                }
            } finally {
                lock.endTurn();
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
            try (var _ = bootstrap.connect(postmaster.get().port())) {
                return postmaster.get().port();
            } catch (SQLException notYet) {
                if (Instant.now().isAfter(until)) {
                    throw notYet;
                }
                pause(MOMENT);
            }
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for PostgreSQL", interrupted);
        }
    }
}
