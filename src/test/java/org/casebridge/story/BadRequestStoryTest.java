package org.casebridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.casebridge.Town;
import org.casebridge.access.Accounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests no browser would send, on the real port: each is answered by a page with a sentence, never with a stack trace or a 5xx. */
@StoryTest
class BadRequestStoryTest {

    @Autowired Town town;
    @Autowired Accounts accounts;
    @LocalServerPort int port;

    @ParameterizedTest
    @ValueSource(strings = {"/clients/not-a-key", "/clients/00000000-0000-0000-0000-000000000000", "/nothing/here", "/clients/%27%3Bdrop%20table", "/webjars/none.css", "/clients?find=%00", "/clients?find=%F0%28%8C"})
    void an_address_that_leads_nowhere_says_so(String path) throws Exception {
        var answer = send(HttpRequest.newBuilder(at(path)).header("Cookie", "casebridge=" + session()).build());

        assertThat(answer.statusCode()).isBetween(200, 499);
        assertThat(answer.body()).doesNotContain("Exception", "at org.", "SQL");
    }

    @Test
    void a_method_nobody_offers_is_refused() throws Exception {
        var answer = send(HttpRequest.newBuilder(at("/sign-in")).method("PROPFIND", HttpRequest.BodyPublishers.noBody()).build());

        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n", "GET /%2e%2e%2fetc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", "BLAH\r\n\r\n", "GET /sign-in HTTP/1.1\r\nHost: x\r\nCookie: casebridge=\u00ff\u00fe;;;=\r\nConnection: close\r\n\r\n"})
    void a_broken_request_gets_a_4xx_and_no_trace(String raw) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(raw.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 ").doesNotContainPattern("HTTP/1\\.1 5\\d\\d").doesNotContain("Exception", "\tat ");
        }
    }

    /** Refused by Tomcat itself, before any page of ours. */
    @ParameterizedTest
    @ValueSource(strings = {"GET /clients/%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "GET /..;/clients HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            "GET /a%2Fb HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"})
    void what_the_server_refuses_unread_is_a_sentence_without_its_version(String raw) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(raw.getBytes(StandardCharsets.ISO_8859_1));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 4").contains("This address cannot be read.", "Esta dirección no se puede leer.", "Content-Security-Policy: default-src 'none'")
                    .doesNotContain("Apache", "Tomcat", "Exception", "\tat ");
        }
    }

    private String session() throws Exception {
        var form = send(HttpRequest.newBuilder(at("/sign-in")).build());
        var token = form.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        var cookie = form.headers().allValues("Set-Cookie").stream().filter(it -> it.startsWith("casebridge-form=")).findFirst().orElseThrow().split(";")[0];
        var who = accounts.get(town.rosa().account());
        var answer = send(HttpRequest.newBuilder(at("/sign-in")).header("Cookie", cookie).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + who.username() + "&password=" + Town.PASSWORD.replace(' ', '+') + "&_csrf=" + token)).build());
        return answer.headers().allValues("Set-Cookie").stream().filter(it -> it.startsWith("casebridge=")).findFirst().orElseThrow().split("[=;]")[1];
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
