package org.casebridge.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.casebridge.console.Processes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server as a process of its own, killed in the middle of an interview as the power kills it (SIGKILL): what was answered is there, on the same device and on another. */
class DraftSurvivesTest {

    private static final String PASSWORD = "long-enough-for-a-test";

    @Test
    @Timeout(300)
    void what_was_answered_survives_the_killed_server_and_is_there_on_another_device() throws Exception {
        int port = Processes.freePort();
        var address = "http://localhost:" + port;
        try (var processes = new Processes("killed-database")) {
            var server = serve(processes, port);
            var admin = new Device(address, "admin");
            var form = admin.sent("/library/forms/blank", "/library/forms", "title", "Asked when the power went").replace("/items", "");
            admin.sent(form + "/items", form + "/items", "type", "TEXT", "text", "What happened?");
            admin.sent(form + "/licence", form, "licenceClass", "PD", "holder", "Nobody", "attribution", "Ours", "mayAdminister", "Anyone", "minutes", "5");
            admin.sent(form + "/publication", form);

            var rosa = new Device(address, "manager");
            var client = rosa.first("/clients", "href=\"(/clients/[0-9a-f-]{36})\"");
            var path = rosa.sent(client + "/assessments", client + "/assessments", "instrument", "own-" + form.substring(form.lastIndexOf('/') + 1)).replace("/answers", "/form");
            rosa.sent(path, path, "_base", rosa.first(path, "name=\"_base\" value=\"(\\d+)\""), "item-q1", "The rent rose; she cried.", "present", "Her sister", "mode", "PHONE",
                    "stage", "UPDATE", "language", "en", "assessedOn", rosa.first(path, "name=\"assessedOn\" type=\"date\" value=\"([0-9-]+)\""));

            server.destroyForcibly().waitFor();
            serve(processes, port);

            assertThat(rosa.page(path)).as("her session is there too").contains("The rent rose; she cried.", "value=\"Her sister\"", "<option value=\"PHONE\" selected");
            assertThat(new Device(address, "manager").page(path)).as("on another device").contains("The rent rose; she cried.");
        }
    }

    private static Process serve(Processes processes, int port) throws IOException {
        var server = processes.start("serve", port, Map.of("CASEBRIDGE_DEMO", "true", "CASEBRIDGE_DEMO_PASSWORD", PASSWORD));
        assertThat(Processes.lastLine(server, "Casebridge is ready at ")).startsWith("Casebridge is ready at ");
        return server;
    }

    /** A browser in which one person is signed in. */
    private static final class Device {

        private final String address;
        private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        Device(String address, String username) throws Exception {
            this.address = address;
            sent("/sign-in", "/sign-in", "username", username, "password", PASSWORD);
        }

        String page(String path) throws Exception {
            var answer = http.send(HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        }

        String first(String path, String pattern) throws Exception {
            var page = page(path);
            var found = Pattern.compile(pattern).matcher(page);
            assertThat(found.find()).as(pattern + " in " + page).isTrue();
            return found.group(1);
        }

        /** Where the answer leads. */
        String sent(String path, String page, String... fields) throws Exception {
            var body = new StringBuilder("_csrf=").append(first(page, "name=\"_csrf\" value=\"([^\"]+)\""));
            for (int i = 0; i < fields.length; i += 2) {
                body.append('&').append(fields[i]).append('=').append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
            }
            var answer = http.send(HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body.toString())).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(303);
            return URI.create(address).resolve(answer.headers().firstValue("Location").orElseThrow()).getRawPath();
        }
    }
}
