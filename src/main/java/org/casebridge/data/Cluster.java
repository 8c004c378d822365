package org.casebridge.data;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.casebridge.kernel.Stopped;
import org.springframework.util.FileSystemUtils;

/** One PostgreSQL cluster in a folder: made, started and stopped with PostgreSQL's own programs. Call in one's turn ({@link FolderLock}). */
final class Cluster {

    private static final Pattern PORT = Pattern.compile("\"-p\" \"(\\d+)\"");
    private static final long LARGEST_LOG = 10_000_000;

    /** For a small machine; whoever outgrows it edits postgresql.conf or names a server. No SQL text and no values reach the log. */
    private static final String CONFIGURATION = """

            # Casebridge
            max_connections = 60
            shared_buffers = 128MB
            work_mem = 8MB
            maintenance_work_mem = 64MB
            wal_compression = on
            max_wal_size = 1GB
            random_page_cost = 1.1
            jit = off
            client_connection_check_interval = 10s
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_checkpoints = off
            log_min_messages = log
            log_min_error_statement = panic
            log_error_verbosity = terse
            """;

    private final Path folder;
    private final Path log;
    private final PostgresPrograms programs;

    Cluster(Path data, PostgresPrograms programs) {
        this.folder = data.resolve("postgres");
        this.log = data.resolve("postgres.log");
        this.programs = programs;
    }

    ClusterKeys keys() throws IOException {
        return ClusterKeys.read(folder);
    }

    boolean exists() {
        return Files.isRegularFile(folder.resolve("PG_VERSION"));
    }

    /** All or nothing: a cluster that was half made when the power went is thrown away and made again. */
    void make(boolean durable) throws IOException {
        var fresh = folder.resolveSibling("postgres.making");
        FileSystemUtils.deleteRecursively(fresh);
        var keys = ClusterKeys.random();
        var password = folder.resolveSibling("postgres.password");
        ClusterKeys.writePrivately(password, keys.bootstrap());
        Files.createDirectory(fresh);
        programs.own(fresh);
        programs.own(password);
        try {
            var arguments = new ArrayList<>(List.of("-D", fresh.toString(), "-U", Bootstrap.SUPERUSER, "-A", "scram-sha-256", "--pwfile", password.toString(),
                    "-E", "UTF8", "--locale", locale(), "--locale-provider", "icu", "--icu-locale", "und", "--no-instructions"));
            if (!durable) {
                arguments.add("--no-sync");
            }
            var made = programs.run("initdb", arguments.toArray(String[]::new));
            if (made.code() != 0) {
                throw new Stopped("PostgreSQL could not make its database in %s: %s".formatted(folder, lastLine(made.said())));
            }
        } finally {
            Files.delete(password);
        }
        Files.writeString(fresh.resolve("postgresql.conf"), CONFIGURATION, StandardOpenOption.APPEND);
        keys.write(fresh);
        programs.own(fresh.resolve(ClusterKeys.FILE));
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Starts PostgreSQL on this machine's own address only, at the port it had last if that is free. */
    int start(boolean durable) throws IOException {
        var was = Postmaster.of(folder);
        if (was.isPresent()) {
            was.get().forgetStranger();
        }
        programs.own(folder);
        turnLog();
        var port = lastPort();
        for (int attempt = 1; ; attempt++) {
            var free = freePort(port);
            var options = "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=''".formatted(free)
                    + (durable ? "" : " -c fsync=off -c synchronous_commit=off -c full_page_writes=off");
            var started = programs.run("pg_ctl", "start", "-s", "-w", "-t", "600", "-D", folder.toString(), "-l", log.toString(), "-o", options);
            if (started.code() == 0) {
                return free;
            }
            var reason = reason();
            if (reason.contains("incompatible with server")) {
                throw new Stopped("The data in %s is of PostgreSQL %s, and this Casebridge brings another: see \"A newer PostgreSQL\" in docs/running.md."
                        .formatted(folder, Files.readString(folder.resolve("PG_VERSION")).strip()));
            }
            if (attempt == 3 || !reason.contains("could not create any TCP/IP sockets")) {
                throw new Stopped("PostgreSQL did not start: %s (%s)".formatted(reason.isEmpty() ? lastLine(started.said()) : reason, log));
            }
            port = 0;
        }
    }

    void stop() throws IOException {
        if (Postmaster.of(folder).filter(Postmaster::runs).isPresent()
                && programs.run("pg_ctl", "stop", "-s", "-w", "-t", "60", "-m", "fast", "-D", folder.toString()).code() != 0) {
            programs.run("pg_ctl", "stop", "-s", "-w", "-t", "60", "-m", "immediate", "-D", folder.toString());
        }
    }

    java.util.Optional<Postmaster> running() throws IOException {
        return Postmaster.of(folder).filter(Postmaster::runs);
    }

    private int lastPort() throws IOException {
        var options = folder.resolve("postmaster.opts");
        if (!Files.exists(options)) {
            return 0;
        }
        var port = PORT.matcher(Files.readString(options));
        return port.find() ? Integer.parseInt(port.group(1)) : 0;
    }

    private static int freePort(int wanted) throws IOException {
        try (var socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            if (wanted == 0) {
                throw taken;
            }
            return freePort(0);
        }
    }

    private void turnLog() throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(log)) {
            ClusterKeys.writePrivately(log, "");
        }
        programs.own(log);
    }

    private String reason() throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        return Files.readAllLines(log).reversed().stream().limit(20)
                .filter(it -> it.contains("FATAL:")).findFirst()
                .map(it -> it.substring(it.indexOf("FATAL:") + 6).strip()).orElse("");
    }

    /** Letters beyond ASCII count as letters; sorting is ICU's, the same on every system. */
    private static String locale() {
        return System.getProperty("os.name").startsWith("Linux") ? "C.UTF-8" : "en_US.UTF-8";
    }

    private static String lastLine(String said) {
        return said.substring(said.lastIndexOf('\n') + 1);
    }
}
