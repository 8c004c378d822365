package org.casebridge.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casebridge.console.Processes.freePort;
import static org.casebridge.console.Processes.lastLine;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server as its operator meets it: a process of its own. */
class ServeTest {

    private Processes processes;

    @BeforeEach
    void an_empty_folder() throws IOException {
        processes = new Processes("serve-database");
    }

    @AfterEach
    void everything_stops() throws InterruptedException {
        processes.close();
    }

    @Test
    void it_says_where_it_is_and_takes_the_database_down_with_it() throws Exception {
        var port = freePort();
        var server = serve(port);
        var address = lastLine(server, "Casebridge is ready at ");

        assertThat(address).isEqualTo("Casebridge is ready at http://localhost:" + port);
        assertThat(status("http://localhost:" + port + "/sign-in")).isEqualTo(200);

        var second = serve(freePort());
        assertThat(lastLine(second, "A Casebridge")).contains("already runs on the data folder " + processes.data());
        assertThat(second.waitFor()).isEqualTo(1);

        server.destroy();
        server.waitFor();
        assertThat(processes.data().resolve("postgres/PG_VERSION")).exists();
        assertThat(processes.data().resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_port_that_is_taken_is_said_in_a_sentence() throws Exception {
        try (var taken = new ServerSocket(0)) {
            var server = serve(taken.getLocalPort());

            assertThat(lastLine(server, "Port ")).isEqualTo("Port %d is in use by another program: stop that, or choose another port with CASEBRIDGE_PORT."
                    .formatted(taken.getLocalPort()));
            assertThat(server.waitFor()).isEqualTo(1);
            assertThat(processes.data().resolve("postgres/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void production_on_an_insecure_installation_says_why_and_is_not_there() throws Exception {
        var port = freePort();
        var server = processes.start("serve", port, Map.of("CASEBRIDGE_PROFILE", "production"));

        assertThat(lastLine(server, "no such line")).contains("Casebridge does not start for production:", "- Production needs a PostgreSQL server of its own", "- Say in words how the database is backed up")
                .doesNotContain("Casebridge is ready at", "\tat ");
        assertThat(server.waitFor()).isEqualTo(1);
        assertThat(processes.data().resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void the_database_alone_says_how_to_reach_it() throws Exception {
        var alone = processes.start("database", freePort(), Map.of());
        var words = lastLine(alone, "PGUSER=").split("[ =]");

        try (var owner = DriverManager.getConnection("jdbc:" + words[5], words[1], words[3])) {
            assertThat(owner.getMetaData().getUserName()).isEqualTo("casebridge_owner");
        }
        alone.destroy();
        alone.waitFor();
        assertThat(processes.data().resolve("postgres/postmaster.pid")).doesNotExist();
    }

    private Process serve(int port) throws IOException {
        return processes.start("serve", port, Map.of());
    }

    private static int status(String url) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
