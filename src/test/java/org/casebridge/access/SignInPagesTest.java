package org.casebridge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@PageTest
class SignInPagesTest {

    @Autowired MockMvcTester browser;
    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    @Test
    void a_page_without_a_session_leads_to_sign_in_and_back() {
        assertThat(browser.get().uri("/clients?find=asante")).hasStatus3xxRedirection().hasRedirectedUrl("/sign-in?next=%2Fclients%3Ffind%3Dasante");

        var who = accounts.get(town.account(Role.CASE_MANAGER, "Noor Haddad").account());
        assertThat(signIn(who.username(), Town.PASSWORD, "/clients?find=asante")).hasRedirectedUrl("/clients?find=asante");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"})
    void signing_in_never_leads_to_another_server(String next) {
        var who = accounts.get(town.account(Role.CASE_MANAGER, "Noor Haddad").account());

        assertThat(signIn(who.username(), Town.PASSWORD, next)).hasRedirectedUrl("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", "a long enough phrase\0"})
    void a_wrong_password_and_an_unknown_name_are_answered_alike(String password) {
        var who = accounts.get(town.account(Role.CASE_MANAGER, "Noor Haddad").account());

        assertThat(signIn(who.username(), password, "/")).hasStatus(422);
        assertThat(signIn("nobody-of-this-name", password, "/")).hasStatus(422).bodyText().contains("value=\"nobody-of-this-name\"", "The user name or the password is not right");
        assertThat(signIn("nobody-of-this-name", password, "/")).hasStatus(422);
        assertThat(signIn("casebridge", password, "/")).hasStatus(422);
    }

    @Test
    void the_table_does_not_hold_what_the_cookie_holds() {
        var cookie = session();

        var keys = transaction.execute(_ -> db.sql("select encode(key, 'escape') from access.session").query(String.class).list());
        assertThat(cookie.getValue()).hasSize(43);
        assertThat(keys).isNotEmpty().noneMatch(it -> it.contains(cookie.getValue()));
        assertThat(cookie.isHttpOnly()).isTrue();
    }

    @Test
    void a_session_without_use_runs_out() {
        var cookie = session();
        assertThat(browser.get().uri("/awake").cookie(cookie)).hasStatusOk();

        transaction.executeWithoutResult(_ -> db.sql("update access.session set seen_at = now() - interval '16 minutes' where key = sha256(?::bytea)").param(cookie.getValue().getBytes()).update());

        assertThat(browser.get().uri("/awake").cookie(cookie)).hasStatus3xxRedirection();
    }

    @Test
    void a_session_ends_when_its_owner_locks_the_screen() {
        var cookie = session();

        assertThat(browser.post().uri("/sign-out").cookie(cookie).with(csrf()).param("next", "/clients")).hasRedirectedUrl("/sign-in?left&next=%2Fclients");
        assertThat(browser.get().uri("/awake").cookie(cookie)).hasStatus3xxRedirection();
    }

    @Test
    void a_disabled_account_stops_at_its_next_request() {
        var who = accounts.get(town.account(Role.CASE_MANAGER, "Noor Haddad").account());
        var cookie = signIn(who.username(), Town.PASSWORD, "/").getResponse().getCookie("casebridge");
        assertThat(browser.get().uri("/awake").cookie(cookie)).hasStatusOk();

        town.adam().run(() -> accounts.disable(who.id()));

        assertThat(browser.get().uri("/awake").cookie(cookie)).hasStatus3xxRedirection();
        assertThat(signIn(who.username(), Town.PASSWORD, "/")).hasStatus(422);
    }

    @Test
    void a_form_without_its_forgery_token_changes_nothing() {
        var cookie = session();

        assertThat(browser.post().uri("/language").cookie(cookie).param("language", "es")).hasStatus(403);
    }

    @Test
    void a_person_chooses_their_language() {
        var who = accounts.get(town.account(Role.CASE_MANAGER, "Noor Haddad").account());
        var cookie = signIn(who.username(), Town.PASSWORD, "/").getResponse().getCookie("casebridge");

        assertThat(browser.post().uri("/language").cookie(cookie).with(csrf()).param("language", "es").param("page", "/clients")).hasRedirectedUrl("/clients");
        assertThat(accounts.get(who.id()).language()).isEqualTo("es");
        assertThat(browser.post().uri("/language").cookie(cookie).with(csrf()).param("language", "tlh")).hasStatus(422);
    }

    @Test
    void every_answer_forbids_framing_foreign_scripts_and_caching() {
        var answer = browser.get().uri("/sign-in").exchange().getResponse();

        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.getHeader("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'").doesNotContain("unsafe");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
    }

    private Cookie session() {
        var who = accounts.get(town.account(Role.CASE_MANAGER, "Noor Haddad").account());
        return signIn(who.username(), Town.PASSWORD, "/").getResponse().getCookie("casebridge");
    }

    private MvcTestResult signIn(String username, String password, String next) {
        return browser.post().uri("/sign-in").with(csrf()).param("username", username).param("password", password).param("next", next).exchange();
    }
}
