package org.casebridge.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Role;
import org.casebridge.fault.Fault;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What must be true of every address that the server knows, asked of Spring's own inventory, so that a new one cannot be forgotten. */
@PageTest
class InventoryTest {

    private static final Map<String, Pattern> HEADERS = Map.of(
            "Content-Security-Policy", Pattern.compile("(?=.*default-src 'none')(?=.*script-src 'nonce-[\\w-]{22}';)(?=.*frame-ancestors 'none')(?=.*base-uri 'none')(?=.*form-action 'self')(?=.*object-src 'none')(?!.*unsafe).*"),
            "X-Content-Type-Options", Pattern.compile("nosniff"),
            "X-Frame-Options", Pattern.compile("DENY"),
            "Cross-Origin-Opener-Policy", Pattern.compile("same-origin"),
            "Cross-Origin-Resource-Policy", Pattern.compile("same-origin"),
            "Referrer-Policy", Pattern.compile("same-origin|no-referrer"),
            "Permissions-Policy", Pattern.compile(".*camera=\\(\\).*geolocation=\\(\\).*"),
            "Strict-Transport-Security", Pattern.compile("max-age=31536000.*"));
    private static final List<Role> ROLES = List.of(Role.CASE_MANAGER, Role.SUPERVISOR, Role.PRIVACY_OFFICER, Role.PARTNER);

    @Autowired Town town;
    @Autowired MockMvcTester browser;
    @Autowired WebApplicationContext context;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transactions;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes;

    @Test
    void what_another_site_asks_for_changes_nothing() {
        var before = changes();
        assertThat(unsafe()).hasSizeGreaterThan(40);
        assertThat(crossable(asked(Fault.FORGERY_UNASKED))).isEmpty();
        assertThat(changes()).isEqualTo(before);
    }

    /** The 403 of the test above comes from where the request came from: from our own pages most of the same addresses answer otherwise, to somebody without any client. */
    @Test
    void our_own_forms_are_answered() {
        var cookie = town.cookie(town.account(Role.CASE_MANAGER, "Passing Through"));
        assertThat(unsafe()).filteredOn(it -> !it.contains("sign-") && !it.contains("/account")).filteredOn(route -> browser.method(HttpMethod.valueOf(route.substring(0, route.indexOf(' '))))
                .uri(route.substring(route.indexOf(' ') + 1)).cookie(cookie).with(csrf()).exchange().getResponse().getStatus() != 403).hasSizeGreaterThan(unsafe().size() / 2);
    }

    @Test
    void a_form_of_our_own_is_not_taken_for_another_sites() {
        var answer = browser.post().uri("/tasks").cookie(signedIn(Role.CASE_MANAGER)).with(csrf()).header("Origin", "http://localhost").header("Sec-Fetch-Site", "same-origin").exchange();
        assertThat(answer.getResponse().getStatus()).isNotEqualTo(403);
    }

    @Test
    void every_answer_has_its_headers() {
        assertThat(bare(asked(Fault.HEADERS_LOST))).isEmpty();
    }

    /** A script runs only when it says the answer's own nonce; every script of ours does, and no answer has another's. */
    @Test
    void every_script_says_the_nonce_of_its_own_answer() {
        var said = new java.util.HashSet<String>();
        var cookie = signedIn(Role.SUPERVISOR);
        for (var path : List.of("/sign-in", "/", "/clients", "/account", "/team", "/confirm?next=/")) {
            var response = path.equals("/sign-in") ? browser.get().uri(path).exchange().getResponse() : browser.get().uri(path).cookie(cookie).exchange().getResponse();
            var nonce = String.valueOf(response.getHeader("Content-Security-Policy")).replaceAll(".*'nonce-([^']+)'.*", "$1");
            var scripts = Pattern.compile("<script[^>]*>").matcher(new String(response.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8)).results().map(it -> it.group()).toList();
            assertThat(scripts).as(path).isNotEmpty().allMatch(it -> it.contains(" nonce=\"" + nonce + "\"") && it.contains(" src=\"/"));
            assertThat(said.add(nonce)).as(path).isTrue();
        }
    }

    /** The server; with the fault planted, its handlers without the filters before them. */
    private MockMvcTester asked(Fault fault) {
        return fault.planted() ? MockMvcTester.from(context) : browser;
    }

    /** Addresses that answered something else than 403 to a request without a token, of another site's origin, or that a browser marks as another site's. */
    private List<String> crossable(MockMvcTester asked) {
        var open = new ArrayList<String>();
        var cookie = signedIn(Role.CASE_MANAGER);
        unsafe().forEach(route -> {
            var method = HttpMethod.valueOf(route.substring(0, route.indexOf(' ')));
            var path = route.substring(route.indexOf(' ') + 1);
            Map.of("without a token", asked.method(method).uri(path).cookie(cookie),
                    "from another origin", asked.method(method).uri(path).cookie(cookie).with(csrf()).header("Origin", "https://evil.example"),
                    "from an origin untold", asked.method(method).uri(path).cookie(cookie).with(csrf()).header("Origin", "null"),
                    "from the same host's other port", asked.method(method).uri(path).cookie(cookie).with(csrf()).header("Origin", "http://localhost:8443"),
                    "across sites", asked.method(method).uri(path).cookie(cookie).with(csrf()).header("Sec-Fetch-Site", "cross-site"),
                    "from a sister site", asked.method(method).uri(path).cookie(cookie).with(csrf()).header("Sec-Fetch-Site", "same-site")).forEach((how, request) -> {
                        var status = request.exchange();
                        if (status.getUnresolvedException() != null || status.getResponse().getStatus() != 403) {
                            open.add(route + " " + how);
                        }
                    });
        });
        return open;
    }

    /** Answers without one of the headers: pages as several roles, refusals, redirects, what is not there, and what the browser fetches besides. */
    private List<String> bare(MockMvcTester asked) {
        var missing = new ArrayList<String>();
        for (var role : ROLES) {
            var cookie = signedIn(role);
            safe().forEach(path -> look(asked.get().uri(path).cookie(cookie), path + " as " + role, true, missing));
        }
        for (var path : List.of("/sign-in", "/no-such-page", "/clients", "/error")) {
            look(asked.get().uri(path), path + " signed out", path.equals("/clients"), missing);
        }
        look(asked.post().uri("/sign-in"), "a form without its token", true, missing);
        look(asked.get().uri("/assets/casebridge.css"), "a style", false, missing);
        return missing;
    }

    private static void look(MockMvcTester.MockMvcRequestBuilder request, String what, boolean record, List<String> missing) {
        MockHttpServletResponse response = request.secure(true).exchange().getResponse();
        HEADERS.forEach((name, value) -> {
            if (!value.matcher(String.valueOf(response.getHeader(name))).matches()) {
                missing.add("%s: %s is %s (%d)".formatted(what, name, response.getHeader(name), response.getStatus()));
            }
        });
        if (record && !String.valueOf(response.getHeader("Cache-Control")).contains("no-store")) {
            missing.add("%s: may be kept (%s)".formatted(what, response.getHeader("Cache-Control")));
        }
    }

    private Set<String> unsafe() {
        var found = new LinkedHashSet<String>(List.of("POST /sign-in", "POST /sign-out"));
        routes.getHandlerMethods().forEach((route, _) -> route.getMethodsCondition().getMethods().stream().filter(it -> !Set.of("GET", "HEAD").contains(it.name()))
                .forEach(method -> route.getPatternValues().forEach(path -> found.add(method + " " + filled(path)))));
        return found;
    }

    private Set<String> safe() {
        var found = new LinkedHashSet<String>();
        routes.getHandlerMethods().forEach((route, _) -> {
            var methods = route.getMethodsCondition().getMethods();
            if (methods.isEmpty() || methods.stream().anyMatch(it -> it.name().equals("GET"))) {
                route.getPatternValues().forEach(path -> found.add(filled(path)));
            }
        });
        return found;
    }

    private static String filled(String pattern) {
        return pattern.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    private Cookie signedIn(Role role) {
        return town.cookie(role == Role.CASE_MANAGER ? town.rosa() : town.person(role, role.words()));
    }

    /** What was changed in the name of whoever is asked; the house's own jobs go on meanwhile. */
    private List<String> changes() {
        var rosa = town.rosa().account().value();
        return town.as(town.priya(), () -> transactions.execute(_ -> db.sql("select what || ' ' || coalesce(record, '') || ' ' || at from audit.entry where kind = 'CHANGE' and actor = ? order by id")
                .param(rosa).query(String.class).list()));
    }
}
