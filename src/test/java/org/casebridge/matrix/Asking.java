package org.casebridge.matrix;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.casebridge.Town;
import org.casebridge.fault.Superuser;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.boot.webmvc.test.autoconfigure.SpringBootMockMvcBuilderCustomizer;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Sends the requests of the matrices, and reads their answers. */
@Component
@Lazy
class Asking {

    private final Town town;
    private final MockMvcTester browser;
    private final Superuser superuser;

    /** Its browser keeps no record of the thousands of requests, as the tests' usual one does to print it when one fails. */
    Asking(Town town, WebApplicationContext context, Superuser superuser) {
        this.town = town;
        var silent = new SpringBootMockMvcBuilderCustomizer(context);
        silent.setPrint(MockMvcPrint.NONE);
        var builder = MockMvcBuilders.webAppContextSetup(context);
        silent.customize(builder);
        this.browser = MockMvcTester.create(builder.apply(springSecurity()).build());
        this.superuser = superuser;
    }

    /** The whole answer to an address without a form. */
    Answer ask(Person who, Address address, Map<String, String> keys) {
        return send(who, address.method(), address.filled(keys), Map.of(), Map.of());
    }

    Answer send(Person who, String method, String path, Map<String, List<String>> fields, Map<String, String> headers) {
        var request = request(who, method, path);
        for (var field : fields.entrySet()) {
            request = request.param(field.getKey(), field.getValue().toArray(String[]::new));
        }
        for (var header : headers.entrySet()) {
            request = request.header(header.getKey(), header.getValue());
        }
        return read(who, request);
    }

    /** A form with a file. */
    Answer upload(Person who, String path, String name, String content, Map<String, String> fields) {
        var request = browser.post().uri(path).multipart().file(new MockMultipartFile("file", name, "text/plain", content.getBytes(StandardCharsets.UTF_8))).with(csrf())
                .cookie(town.cookie(java.util.Objects.requireNonNull(who.actor())));
        for (var field : fields.entrySet()) {
            request = request.param(field.getKey(), field.getValue());
        }
        var answer = request.exchange();
        return new Answer(answer.getResponse(), answer.getUnresolvedException());
    }

    /** Whether the door opens; nothing is done behind it. */
    boolean opens(Person who, Address address, Map<String, String> keys) {
        var request = request(who, address.method(), address.filled(keys)).requestAttr("casebridge.threshold", true);
        return "open".equals(read(who, request).response().getHeader("casebridge.threshold"));
    }

    private MockMvcTester.MockMvcRequestBuilder request(Person who, String method, String path) {
        var request = browser.method(HttpMethod.valueOf(method.equals("ANY") ? "GET" : method)).uri(java.net.URI.create(path)).with(csrf());
        var cookie = who.actor() != null ? town.cookie(who.actor()) : who.cookie();
        return cookie == null ? request : request.cookie(cookie);
    }

    private Answer read(Person who, MockMvcTester.MockMvcRequestBuilder request) {
        var answer = request.exchange();
        if (who.actor() != null) {
            town.kept(who.actor(), answer);
        }
        return new Answer(answer.getResponse(), answer.getUnresolvedException());
    }

    /** How often a row about the client was written: whoever may not come in leaves it as it was. */
    long changes(Population.Known known) {
        return superuser.ask(db -> db.sql("select count(*) from audit.entry where kind = 'CHANGE' and client = ?").param(known.client().value()).query(Long.class).single());
    }

    record Answer(MockHttpServletResponse response, Throwable problem) {

        int status() { return problem == null ? response.getStatus() : 500; }

        /** By their role, because there is nothing for them, or because nobody is signed in. */
        boolean refused() {
            return List.of(401, 403, 404).contains(status()) || status() / 100 == 3 && String.valueOf(response.getRedirectedUrl()).startsWith("/sign-in");
        }

        boolean shows(List<String> marks) {
            var all = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8) + response.getHeaderNames().stream().map(response::getHeaders).toList();
            return marks.stream().anyMatch(all::contains);
        }
    }
}
