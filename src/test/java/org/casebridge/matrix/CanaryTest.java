package org.casebridge.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Role;
import org.casebridge.fault.Fault;
import org.casebridge.fault.Superuser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * S5: a canary in every field of every form, sent by those who may and those who may not, whole, broken and without their token; in paths, queries, headers, sign-in and files. Afterwards
 * none is found where it does not belong: logs of the server and of PostgreSQL, headers, addresses, pages that refuse, temporary files, and what the audit says beside the rows themselves.
 */
@PageTest
@ExtendWith(SettlesAgency.class)
class CanaryTest {

    private static final Pattern ADDRESSES = Pattern.compile("(?:href|action|src|hx-get|hx-post|data-[a-z-]+)=\"([^\"]*)\"");

    /** A search goes by its address, so that it can be gone back to, and leads on to adding whom it did not find: seen by nobody but who typed it, kept by no cache. */
    private static final String SEARCHED = "/clients/new\\?(then=intake&amp;)?name=.*";

    @Autowired Inventory inventory;
    @Autowired Asking asking;
    @Autowired ObjectProvider<Population> populations;
    @Autowired Superuser superuser;
    @Autowired Town town;

    private final String canary = "Kn" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "ry";
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            logged.add(event.getFormattedMessage() + event.getMDCPropertyMap() + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    };
    private int asked;

    @BeforeEach
    void listen() {
        listener.start();
        ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(listener);
    }

    @AfterEach
    void stop() {
        ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(listener);
    }

    @Test
    void what_is_typed_stands_in_no_log_header_address_error_or_file() throws IOException {
        var began = Instant.now().minusSeconds(2);
        var known = populations.getObject().make(Record.PLAIN);
        forms(known);
        if (!Fault.any()) {
            elsewhere(known);
        }
        assertThat(asked).isGreaterThan(200);
        audited(began);
        logged.stream().filter(it -> it.contains(canary)).map(it -> "the log: " + it.substring(0, Math.min(300, it.length())).replaceAll("\\s+", " ")).distinct().limit(20).forEach(wrong::add);
        files(began);
        assertThat(wrong).isEmpty();
        int held = superuser.ask(db -> db.sql("select count(*) from audit.entry where kind = 'CHANGE' and became::text like ?").param("%" + canary + "%").query(Integer.class).single());
        assertThat(held).as("rows that really hold a canary").isGreaterThan(20);
    }

    /** Every form, as the first of the people who may send it, then broken, then as somebody who may not, then without its token. */
    private void forms(Population.Known known) {
        var table = AuthorizationTable.read();
        var fresh = new Person("fresh", town.account(Role.CASE_MANAGER, "Fay Duran"), null);
        for (var address : inventory.all()) {
            if (!address.method().equals("POST")) {
                continue;
            }
            var own = address.path().startsWith("/account/") || address.path().startsWith("/sign-") || address.path().startsWith("/accounts/");
            // What an agency settles for itself is settled for another, so that no other test meets it.
            var may = address.path().startsWith("/library/") ? known.person("other-administrator") : own ? address.path().startsWith("/accounts/") ? known.person("administrator") : fresh
                    : known.people().stream().filter(it -> it.actor() != null && table.opens(address, it.who(), Record.PLAIN)).findFirst().orElse(known.person("assigned"));
            var path = address.filled(known.keys());
            for (var broken : List.of(false, true)) {
                judge(address, asking.send(may, "POST", path, new Filler(canary, known.keys(), broken).fill(address.handler()), Map.of()));
            }
            var filled = new Filler(canary, known.keys(), false).fill(address.handler());
            if (!own) {
                judge(address, asking.send(known.person("other-partner"), "POST", path, filled, Map.of()));
                judge(address, asking.send(known.person("nobody"), "POST", path, filled, Map.of()));
            }
            judge(address, asking.send(may, "POST", path, filled, Map.of("Sec-Fetch-Site", "cross-site", "User-Agent", "Browser")));
        }
    }

    /** Sign-in, searches, addresses, headers, uploads, drafts, and what goes wrong behind the forms. */
    private void elsewhere(Population.Known known) {
        var rosa = known.person("assigned");
        for (var address : inventory.all()) {
            if (address.method().equals("GET")) {
                judge(address, asking.send(rosa, "GET", address.filled(known.keys()), Map.of("find", List.of(canary), "words", List.of(canary), "order", List.of(canary), "page", List.of(canary)), Map.of()));
                asking.send(rosa, "GET", address.path().replaceAll("\\{[^}]+}", canary), Map.of(), Map.of("X-Request-Id", canary, "Accept-Language", canary));
            }
        }
        var contradiction = inventory.all().getFirst();
        judge(contradiction, asking.send(known.person("nobody"), "POST", "/sign-in", Map.of("username", List.of(canary), "password", List.of(canary + " pass")), Map.of()));
        for (var path : List.of("/tests/contradiction", "/tests/misfortune")) {
            var answer = asking.send(rosa, "POST", path, Map.of("said", List.of(canary)), Map.of());
            assertThat(answer.status()).as(path).isIn(409, 500);
            judge(contradiction, answer);
        }
        var upload = asking.upload(rosa, "/clients/" + known.client().text() + "/documents", canary + ".txt", canary + " in a file", Map.of("about", "HOUSING", "title", canary));
        assertThat(upload.status()).isEqualTo(303);
        judge(contradiction, upload);
        judge(contradiction, asking.upload(rosa, "/clients/" + known.client().text() + "/documents", canary + ".exe", "MZ" + canary, Map.of("about", "HOUSING")));
    }

    private void judge(Address address, Asking.Answer answer) {
        asked++;
        var response = answer.response();
        if (response.getHeaderNames().stream().filter(it -> !it.equals("Content-Disposition")).flatMap(it -> response.getHeaders(it).stream()).anyMatch(it -> it.contains(canary))) {
            wrong.add(address.line() + ": a header of " + answer.status() + " " + response.getHeader("Location"));
        }
        var text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        if (answer.problem() != null) {
            wrong.add(address.line() + ": " + answer.problem());
        }
        // 409 and 422 answer somebody who may know, with what they typed or what stands there already.
        if (answer.status() >= 400 && answer.status() != 409 && answer.status() != 422 && text.contains(canary)) {
            wrong.add(address.line() + ": the page of " + answer.status());
        }
        if (answer.status() >= 500 && !logged.getLast().contains("/tests/")) {
            wrong.add(address.line() + ": " + answer.status() + " " + logged.getLast().lines().limit(3).toList());
        }
        var found = ADDRESSES.matcher(text);
        while (found.find()) {
            if (found.group(1).contains(canary) && !found.group(1).matches(SEARCHED)) {
                wrong.add(address.line() + ": an address in the page of " + answer.status() + ": " + found.group());
            }
        }
    }

    /** Beside the rows as they changed, the audit says nothing that was typed but the reason of an emergency; and no password or file stands anywhere in it. */
    private void audited(Instant began) {
        superuser.ask(db -> db.sql("""
                select kind || ' ' || what || ' ' || coalesce(record, '') || ' ' || coalesce(reason, '') || ' ' || coalesce(became::text, '') from audit.entry
                where at >= ? and kind <> 'CHANGE' and concat_ws(' ', what, record, reason, source, became::text, was::text) like ?
                """).params(java.sql.Timestamp.from(began), "%" + canary + "%").query(String.class).list()).stream().limit(10).forEach(it -> wrong.add("the audit: " + it));
        superuser.ask(db -> db.sql("select what from audit.entry where at >= ? and concat_ws(' ', became::text, was::text) ~ ?").params(java.sql.Timestamp.from(began), canary + " (pass|in a file)")
                .query(String.class).list()).forEach(it -> wrong.add("the audit keeps a secret: " + it));
    }

    /** PostgreSQL's own log, and every file that came in the meantime. */
    private void files(Instant began) throws IOException {
        var data = Path.of(System.getProperty("casebridge.data"));
        for (var folder : List.of(Path.of(System.getProperty("java.io.tmpdir")), data)) {
            try (var all = Files.walk(folder, folder.equals(data) ? 8 : 2)) {
                for (var file : (Iterable<Path>) all.filter(it -> !it.startsWith(data.resolve("postgres")) && Files.isRegularFile(it) && Files.isReadable(it) && newer(it, began))::iterator) {
                    if (Files.size(file) < 50_000_000 && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(canary)) {
                        wrong.add("the file " + file.getFileName());
                    }
                }
            } catch (java.io.UncheckedIOException goneMeanwhile) {
                continue;
            }
        }
    }

    private static boolean newer(Path file, Instant began) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isAfter(began);
        } catch (IOException gone) {
            return false;
        }
    }
}
