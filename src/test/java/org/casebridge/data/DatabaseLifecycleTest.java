package org.casebridge.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.FileSystemUtils;

/** Real processes, killed as the power or an operator kills them. */
class DatabaseLifecycleTest {

    private static final Path DATA = Path.of("target", "lifecycle-database").toAbsolutePath();

    private final Path pid = DATA.resolve("postgres/postmaster.pid");
    private final List<Process> started = new ArrayList<>();

    @BeforeAll
    static void an_empty_folder() throws IOException {
        FileSystemUtils.deleteRecursively(DATA.resolve("postgres"));
    }

    @AfterEach
    void everything_stops() throws Exception {
        for (var process : started) {
            leave(process);
        }
        EmbeddedDatabase.open(DATA, true, false).close();
        assertThat(pid).doesNotExist();
    }

    @Test
    void the_first_starts_it_the_others_join_it_and_the_last_to_leave_stops_it() throws Exception {
        var server = new Holder("server");
        var command = new Holder("command");

        assertThat(command.said).isEqualTo(server.said).startsWith("jdbc:postgresql://127.0.0.1:");
        leave(server.process);
        assertThat(pid).exists();
        leave(command.process);
        assertThat(pid).doesNotExist();
    }

    @Test
    void a_second_server_on_the_same_folder_is_told_so_and_the_first_goes_on() throws Exception {
        var first = new Holder("server");
        var second = new Holder("server");

        assertThat(second.said).startsWith("A Casebridge server already runs on the data folder " + DATA);
        assertThat(second.process.waitFor()).isEqualTo(1);
        insert(first, "after the second was refused");
        assertThat(rows(first)).contains("after the second was refused");
    }

    @Test
    void what_was_committed_is_there_after_the_power_went() throws Exception {
        var server = new Holder("server");
        insert(server, "before the power went");
        kill(server.process.toHandle());
        kill(postmaster());

        assertThat(pid).exists();
        assertThat(rows(new Holder("server"))).contains("before the power went");
    }

    @Test
    void a_postgres_that_outlived_its_killed_server_is_joined_and_stopped_at_the_end() throws Exception {
        var killed = new Holder("server");
        insert(killed, "before the server was killed");
        kill(killed.process.toHandle());

        var next = new Holder("server");

        assertThat(next.said).isEqualTo(killed.said);
        assertThat(rows(next)).contains("before the server was killed");
        leave(next.process);
        assertThat(pid).doesNotExist();
    }

    @Test
    @Timeout(60)
    void a_postgres_that_something_killed_comes_back_where_it_was() throws Exception {
        var server = new Holder("server");
        insert(server, "before it was killed");
        var was = postmaster();
        kill(was);

        while (Postmaster.of(DATA.resolve("postgres")).filter(it -> it.runs() && it.pid() != was.pid() && it.port() != 0).isEmpty()) {
            Thread.sleep(100);
        }
        EmbeddedDatabase.open(DATA, true, false).close();
        assertThat(rows(server)).contains("before it was killed");
    }

    @Test
    void a_stranger_who_was_given_the_dead_ones_process_number_is_left_alone() throws Exception {
        var server = new Holder("server");
        insert(server, "before the stranger came");
        kill(server.process.toHandle());
        kill(postmaster());
        var stranger = new ProcessBuilder("sleep", "100").start();
        started.add(stranger);
        var lines = new ArrayList<>(Files.readAllLines(pid));
        lines.set(0, Long.toString(stranger.pid()));
        Files.write(pid, lines);

        assertThat(rows(new Holder("server"))).contains("before the stranger came");
        assertThat(stranger.isAlive()).isTrue();
        kill(stranger.toHandle());
    }

    @Test
    void a_database_that_was_half_made_is_made_again() throws Exception {
        FileSystemUtils.deleteRecursively(DATA.resolve("postgres"));
        Files.createDirectories(DATA.resolve("postgres.making/base"));
        Files.writeString(DATA.resolve("postgres.making/PG_VERSION"), "18");

        assertThat(rows(new Holder("command"))).isEmpty();
        assertThat(DATA.resolve("postgres.making")).doesNotExist();
    }

    @Test
    void another_person_on_the_same_machine_cannot_connect() throws Exception {
        var server = new Holder("server");

        assertThatThrownBy(() -> DriverManager.getConnection(server.said, "casebridge_app", "").close()).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> DriverManager.getConnection(server.said, Bootstrap.SUPERUSER, "postgres").close())
                .hasMessageContaining("password authentication failed");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(DATA.resolve("postgres/casebridge.keys")))).isEqualTo("rw-------");
    }

    @Test
    void the_owner_can_make_roles_and_extensions_and_is_no_superuser() throws Exception {
        var server = new Holder("command");

        try (var owner = owner(server); var statement = owner.createStatement()) {
            statement.execute("create role lifecycle_matcher nologin; grant lifecycle_matcher to casebridge_owner; create extension pg_trgm; create extension unaccent; create extension btree_gist");
            assertThatThrownBy(() -> statement.execute("create extension file_fdw")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void root_without_a_namespace_lets_nobody_run_it() throws Exception {
        assumeThat(Disguise.root()).isTrue();
        Disguise.NOBODY.open(DATA);
        var cluster = new Cluster(DATA, PostgresPrograms.in(DATA, Disguise.NOBODY));

        new Holder("command");
        leave(started.getLast());
        cluster.start(true);

        assertThat(Files.getOwner(pid).getName()).isEqualTo("nobody");
        assertThat(Files.getAttribute(pid.resolveSibling("base"), "unix:uid")).isEqualTo(65534);
        cluster.stop();
    }

    private static void insert(Holder holder, String text) throws Exception {
        try (var owner = owner(holder); var statement = owner.createStatement()) {
            statement.execute("create table if not exists kept (text text)");
            statement.execute("insert into kept values ('" + text + "')");
        }
    }

    private static List<String> rows(Holder holder) throws Exception {
        try (var owner = owner(holder); var statement = owner.createStatement()) {
            statement.execute("create table if not exists kept (text text)");
            try (var found = statement.executeQuery("select text from kept")) {
                var rows = new ArrayList<String>();
                while (found.next()) {
                    rows.add(found.getString(1));
                }
                return rows;
            }
        }
    }

    private static java.sql.Connection owner(Holder holder) throws Exception {
        return DriverManager.getConnection(holder.said, "casebridge_owner", ClusterKeys.read(DATA.resolve("postgres")).owner());
    }

    private ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(Postmaster.of(DATA.resolve("postgres")).orElseThrow().pid()).orElseThrow();
    }

    private static void kill(ProcessHandle process) throws Exception {
        process.destroyForcibly();
        while (process.isAlive() && process.info().commandLine().isPresent()) {
            Thread.sleep(20);
        }
    }

    private static void leave(Process process) throws Exception {
        process.getOutputStream().close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private final class Holder {

        final Process process;
        final String said;

        Holder(String as) throws IOException {
            process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1", "-Xshare:auto",
                    "-cp", System.getProperty("java.class.path"), "org.casebridge.data.DatabaseHolder", DATA.toString(), as)
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            started.add(process);
            said = new BufferedReader(process.inputReader(StandardCharsets.UTF_8)).readLine();
        }
    }
}
