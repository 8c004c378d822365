package org.casebridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The server as its operator meets it: a process of its own. */
class ServeTest {

    private final Path data = Path.of("target", "serve-database").toAbsolutePath();
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void an_empty_folder() throws IOException {
        FileSystemUtils.deleteRecursively(data.resolve("postgres"));
    }

    @AfterEach
    void everything_stops() throws Exception {
        for (var process : started) {
            process.destroy();
            process.waitFor(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void it_says_where_it_is_and_takes_the_database_down_with_it() throws Exception {
        var port = freePort();
        var server = serve(port);
        var address = lastLine(server, "Casebridge is ready at ");

        assertThat(address).isEqualTo("Casebridge is ready at http://localhost:" + port);
        assertThat(status("http://localhost:" + port + "/sign-in")).isEqualTo(200);

        var second = serve(freePort());
        assertThat(lastLine(second, "A Casebridge")).contains("already runs on the data folder " + data);
        assertThat(second.waitFor()).isEqualTo(1);

        server.destroy();
        server.waitFor();
        assertThat(data.resolve("postgres/PG_VERSION")).exists();
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_port_that_is_taken_is_said_in_a_sentence() throws Exception {
        try (var taken = new ServerSocket(0)) {
            var server = serve(taken.getLocalPort());

            assertThat(lastLine(server, "Port ")).isEqualTo("Port %d is in use by another program: stop that, or choose another port with CASEBRIDGE_PORT."
                    .formatted(taken.getLocalPort()));
            assertThat(server.waitFor()).isEqualTo(1);
            assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void production_on_an_insecure_installation_says_why_and_is_not_there() throws Exception {
        var port = freePort();
        var server = start("serve", port, "CASEBRIDGE_PROFILE", "production");

        assertThat(lastLine(server, "no such line")).contains("Casebridge does not start for production:", "- Production needs a PostgreSQL server of its own", "- Say in words how the database is backed up")
                .doesNotContain("Casebridge is ready at", "\tat ");
        assertThat(server.waitFor()).isEqualTo(1);
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void the_database_alone_says_how_to_reach_it() throws Exception {
        var alone = start("database", freePort());
        var words = lastLine(alone, "PGUSER=").split("[ =]");

        try (var owner = DriverManager.getConnection("jdbc:" + words[5], words[1], words[3])) {
            assertThat(owner.getMetaData().getUserName()).isEqualTo("casebridge_owner");
        }
        alone.destroy();
        alone.waitFor();
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    private Process serve(int port) throws IOException {
        return start("serve", port);
    }

    private Process start(String command, int port, String... setting) throws IOException {
        var builder = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx512m", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), "org.casebridge.Casebridge", command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(it -> it.startsWith("CASEBRIDGE_"));
        builder.environment().put("CASEBRIDGE_DATA", data.toString());
        builder.environment().put("CASEBRIDGE_PORT", Integer.toString(port));
        if (setting.length == 2) {
            builder.environment().put(setting[0], setting[1]);
        }
        var process = builder.start();
        started.add(process);
        return process;
    }

    /** Reads what it says up to the line that begins so, or to its end. */
    private static String lastLine(Process process, String beginning) throws IOException {
        var reader = process.inputReader();
        var said = new StringBuilder();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        return said.toString();
    }

    private static int status(String url) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
