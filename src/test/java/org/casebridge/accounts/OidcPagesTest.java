package org.casebridge.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Account;
import org.casebridge.access.Accounts;
import org.casebridge.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Signing in by another organization, with a real one on its own port. */
@PageTest
class OidcPagesTest {

    @Autowired MockMvcTester browser;
    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private Account noor;
    private Visitor home;
    private final String there = "noor-" + UUID.randomUUID();

    @DynamicPropertySource
    static void believed(DynamicPropertyRegistry settings) {
        settings.add("casebridge.oidc.issuer", OtherOrganization::issuer);
        settings.add("casebridge.oidc.client-id", () -> OtherOrganization.CLIENT);
        settings.add("casebridge.oidc.client-secret", () -> OtherOrganization.SECRET);
        settings.add("casebridge.oidc.name", () -> "County Hall");
        settings.add("casebridge.oidc.acr", () -> "urn:example:two,urn:example:three");
        settings.add("casebridge.public-url", () -> "https://cases.example.org/");
    }

    @BeforeEach
    void signs_in() {
        noor = accounts.get(town.account(Role.CASE_MANAGER, "Noor Haddad").account());
        home = visitor();
        home.signIn(noor.username(), Town.PASSWORD);
    }

    @Test
    void somebody_who_is_known_there_and_linked_to_nobody_here_gets_no_account() throws Exception {
        int before = people();
        var stranger = visitor();
        assertThat(stranger.get("/sign-in")).bodyText().contains("County Hall");
        assertThat(through(stranger, "/sign-in/oidc", there, Map.of())).hasStatus(422).bodyText().contains("no account here is linked");
        assertThat(stranger.get("/clients")).hasStatus3xxRedirection();
        assertThat(people()).isEqualTo(before);
    }

    @Test
    void a_person_links_their_own_account_with_a_fresh_factor_and_signs_in_by_it_from_then_on() throws Exception {
        home.later(Duration.ofMinutes(6));
        assertThat(home.get("/account/oidc")).hasStatus(303).hasRedirectedUrl("/confirm?next=%2Faccount%2Foidc");
        home.post("/confirm", "_confirm_password", Town.PASSWORD, "next", "/account/oidc");
        assertThat(through(home, "/account/oidc", there, Map.of())).hasStatus(303).hasRedirectedUrl("/account");
        assertThat(home.get("/account")).bodyText().contains("County Hall", "Linked");

        var office = visitor();
        assertThat(through(office, "/sign-in/oidc?next=/clients", there, Map.of())).hasStatus(303).hasRedirectedUrl("/clients");
        assertThat(office.get("/clients")).hasStatusOk();
        assertThat(office.get("/tests/step-up")).hasStatusOk().bodyText().contains("[OIDC]");

        assertThat(office.post("/account/oidc/removal")).hasStatus(303);
        assertThat(through(visitor(), "/sign-in/oidc", there, Map.of())).hasStatus(422);
    }

    @Test
    void an_invitation_is_accepted_by_it_once_and_its_person_never_has_a_password() throws Exception {
        var admin = visitor();
        admin.signIn(accounts.get(town.adam().account()).username(), Town.PASSWORD);
        var username = "oidc-" + UUID.randomUUID().toString().substring(0, 8);
        var page = admin.post("/accounts", "name", "Olena Marsh", "username", username, "role", "CASE_MANAGER").getResponse().getContentAsString();
        var link = Visitor.found("class=\"secret\">https://cases.example.org(/invitation/[^<]+)<", page).getFirst();

        var olena = visitor();
        assertThat(olena.get(link)).bodyText().contains(link + "/oidc");
        assertThat(through(olena, link + "/oidc", there, Map.of())).hasStatus(303).hasRedirectedUrl("/");
        assertThat(olena.get("/clients")).hasStatusOk();
        assertThat(accounts.find(username).orElseThrow().passwordHash()).isNull();
        assertThat(visitor().get(link + "/oidc")).hasStatus(404);
        assertThat(visitor().get(link)).hasStatus(404);
        assertThat(olena.post("/account/oidc/removal")).as("the only way in stays").hasStatus(409);

        olena.later(Duration.ofMinutes(6));
        assertThat(olena.get("/confirm?next=/tests/step-up")).bodyText().contains("/confirm/oidc?next=");
        assertThat(through(olena, "/confirm/oidc?next=/tests/step-up", there, Map.of("auth_time", olena.now.minusSeconds(3600)))).as("signed in there an hour ago").hasStatus(422);
        assertThat(olena.get("/tests/step-up")).hasStatus(303);
        assertThat(through(olena, "/confirm/oidc?next=/tests/step-up", "somebody-else", Map.of("auth_time", olena.now))).as("as somebody else").hasStatus(422);
        assertThat(through(olena, "/confirm/oidc?next=/tests/step-up", there, Map.of("auth_time", olena.now))).hasStatus(303).hasRedirectedUrl("/tests/step-up");
        assertThat(olena.get("/tests/step-up")).hasStatusOk();
    }

    @Test
    void somebody_else_signs_in_or_accepts_an_invitation_by_it_on_a_machine_where_one_is_signed_in() throws Exception {
        through(home, "/account/oidc", there, Map.of());
        var desk = visitor();
        desk.signIn(accounts.get(town.account(Role.SUPERVISOR, "Zora Second").account()).username(), Town.PASSWORD);
        assertThat(through(desk, "/sign-in/oidc", there, Map.of())).hasStatus(303).hasRedirectedUrl("/");
        assertThat(desk.get("/account")).hasStatusOk().bodyText().contains("Noor Haddad").doesNotContain("Zora Second");

        var admin = visitor();
        admin.signIn(accounts.get(town.adam().account()).username(), Town.PASSWORD);
        var username = "oidc-" + UUID.randomUUID().toString().substring(0, 8);
        var page = admin.post("/accounts", "name", "Ossie Marsh", "username", username, "role", "CASE_MANAGER").getResponse().getContentAsString();
        var link = Visitor.found("class=\"secret\">https://cases.example.org(/invitation/[^<]+)<", page).getFirst();
        assertThat(through(desk, link + "/oidc", "ossie-" + there, Map.of())).hasStatus(303).hasRedirectedUrl("/");
        assertThat(desk.get("/account")).hasStatusOk().bodyText().contains("Ossie Marsh").doesNotContain("Noor Haddad");
    }

    static List<Map<String, Object>> lies() {
        return List.of(Map.of("amr", ""), Map.of("amr", List.of("pwd")), Map.of("amr", "mfa-not-in-a-list"), Map.of("acr", ""), Map.of("acr", "urn:example:one"),
                Map.of("nonce", "another"), Map.of("nonce", ""), Map.of("aud", List.of("somebody-else")), Map.of("iss", "https://evil.example"), Map.of("iat", Instant.now().minusSeconds(3600), "exp", Instant.now().minusSeconds(600)));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void a_token_that_says_less_than_is_asked_or_is_not_for_us_opens_nothing(Map<String, Object> lie) throws Exception {
        through(home, "/account/oidc", there, Map.of());
        var office = visitor();
        assertThat(through(office, "/sign-in/oidc", there, lie)).hasStatus(422).bodyText().contains("County Hall");
        assertThat(office.get("/clients")).hasStatus3xxRedirection();
        assertThat(through(office, "/sign-in/oidc", there, Map.of())).as("and the truth does").hasStatus(303);
    }

    @Test
    void an_answer_opens_something_once_and_only_in_the_browser_that_asked() throws Exception {
        through(home, "/account/oidc", there, Map.of());
        var office = visitor();
        var asked = address(office, "/sign-in/oidc");
        assertThat(asked).contains("code_challenge_method=S256", "code_challenge=", "nonce=", "state=", "acr_values=").doesNotContain("code_verifier");
        var answer = back(OtherOrganization.visit(asked, there, Map.of()));

        assertThat(visitor().get(answer)).as("in another browser").hasStatus(422);
        assertThat(office.get(answer)).hasStatus(303);
        office.post("/sign-out");
        assertThat(office.get(answer)).as("a second time").hasStatus(422);

        var second = back(OtherOrganization.visit(address(office, "/sign-in/oidc"), there, Map.of()));
        assertThat(office.get(second.replaceAll("state=[^&]+", "state=another"))).as("another state").hasStatus(422);
        assertThat(office.get(second)).as("the question is used up").hasStatus(422);
        var third = back(OtherOrganization.visit(address(office, "/sign-in/oidc"), there, Map.of()));
        assertThat(office.get(third.replaceAll("iss=[^&]+", "") + "&iss=https://evil.example")).as("another issuer").hasStatus(422);
        address(office, "/sign-in/oidc");
        assertThat(office.get("/sign-in/oidc/answer?error=access_denied&state=x")).hasStatus(422).bodyText().contains("County Hall did not let you in");
    }

    @Test
    void a_link_begun_in_one_session_is_not_finished_in_another_and_one_person_there_is_one_account_here() throws Exception {
        var answer = back(OtherOrganization.visit(address(home, "/account/oidc"), there, Map.of()));
        home.post("/sign-out");
        home.signIn(noor.username(), Town.PASSWORD);
        assertThat(home.get(answer)).hasStatus(422).bodyText().contains("began in another window");

        assertThat(through(home, "/account/oidc", there, Map.of())).hasStatus(303);
        var sam = visitor();
        sam.signIn(accounts.get(town.account(Role.CASE_MANAGER, "Sam Whitfield").account()).username(), Town.PASSWORD);
        assertThat(through(sam, "/account/oidc", there, Map.of())).hasStatus(422).bodyText().contains("Another account here is linked");
    }

    @Test
    void a_disabled_account_is_not_opened_by_it() throws Exception {
        through(home, "/account/oidc", there, Map.of());
        accounts.disable(noor.id());
        assertThat(through(visitor(), "/sign-in/oidc", there, Map.of())).hasStatus(422).bodyText().contains("no account here is linked");
    }

    private int people() {
        return transaction.execute(_ -> db.sql("select count(*) from access.account").query(Integer.class).single());
    }

    /** There and back, as this person there. */
    private static MvcTestResult through(Visitor visitor, String path, String person, Map<String, Object> lies) throws Exception {
        return visitor.get(back(OtherOrganization.visit(address(visitor, path), person, lies)));
    }

    private static String address(Visitor visitor, String path) {
        var address = visitor.get(path).getResponse().getRedirectedUrl();
        assertThat(address).startsWith(OtherOrganization.issuer() + "/oauth2/authorize?");
        return address;
    }

    private static String back(URI location) {
        assertThat(location.toString()).startsWith(OtherOrganization.BACK);
        return location.getRawPath() + "?" + location.getRawQuery();
    }

    private Visitor visitor() {
        return Visitor.somewhere(browser);
    }
}
