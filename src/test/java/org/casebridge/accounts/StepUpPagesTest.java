package org.casebridge.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Accounts;
import org.casebridge.access.Role;
import org.casebridge.data.HouseClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
class StepUpPagesTest {

    private static final String PLACE = "/tests/step-up";

    @Autowired MockMvcTester browser;
    @Autowired Town town;
    @Autowired Accounts accounts;

    private Cookie cookie;

    @BeforeEach
    void signs_in() {
        var who = accounts.get(town.account(Role.CASE_MANAGER, "Noor Haddad").account());
        cookie = browser.post().uri("/sign-in").with(csrf()).param("username", who.username()).param("password", Town.PASSWORD).exchange()
                .getResponse().getCookie("casebridge");
    }

    @Test
    void whoever_just_signed_in_is_not_asked_again() {
        assertThat(browser.get().uri(PLACE).cookie(cookie)).hasStatusOk().bodyText().matches("[0-9a-f-]{36} \\[PASSWORD]");
        assertThat(post("said", "one")).bodyText().isEqualTo("did [one]");
    }

    @Test
    void five_minutes_later_a_page_asks_first_and_then_opens() {
        later(6, () -> {
            assertThat(browser.get().uri(PLACE).cookie(cookie)).hasStatus(303).hasRedirectedUrl("/confirm?next=%2Ftests%2Fstep-up");
            assertThat(confirm("wrong")).hasStatus(422).bodyText().contains("That is not right");
            var before = cookie;
            var right = confirm(Town.PASSWORD);
            assertThat(right).hasStatus(303).hasRedirectedUrl(PLACE);
            cookie = right.getResponse().getCookie("casebridge");

            assertThat(browser.get().uri(PLACE).cookie(cookie)).hasStatusOk();
            assertThat(browser.get().uri(PLACE).cookie(before)).as("the old cookie").hasStatus3xxRedirection().hasRedirectedUrl("/sign-in?next=%2Ftests%2Fstep-up");
        });
    }

    @Test
    void a_form_that_was_sent_is_asked_for_with_all_that_was_typed_and_then_carried_out() {
        later(6, () -> {
            var asked = post("said", "first \"quoted\"", "said", "second <b>");
            assertThat(asked).hasStatus(403).bodyText().contains("action=\"" + PLACE + "\"", "value=\"first &#34;quoted&#34;\"", "value=\"second &lt;b").doesNotContain("did [");

            assertThat(post("said", "first", "said", "second", "_confirm_password", "wrong")).hasStatus(422).bodyText().contains("That is not right", "value=\"first\"").doesNotContain("value=\"wrong\"");

            var done = post("said", "first", "said", "second", "_confirm_password", Town.PASSWORD);
            assertThat(done).hasStatusOk().bodyText().isEqualTo("did [first, second]");
            cookie = done.getResponse().getCookie("casebridge");
            assertThat(post("said", "third")).bodyText().isEqualTo("did [third]");
        });
    }

    /** As a browser sends it: every form of ours carries a token by which it acts once. */
    @Test
    void a_wrong_answer_does_not_use_the_form_up_and_the_right_one_uses_it_once() {
        later(6, () -> {
            var once = java.util.UUID.randomUUID().toString();
            assertThat(post("said", "first", "_once", once)).hasStatus(403);
            assertThat(post("said", "first", "_once", once, "_confirm_password", "wrong")).hasStatus(422);
            assertThat(post("said", "first", "_once", once, "_confirm_password", Town.PASSWORD)).hasStatusOk().bodyText().isEqualTo("did [first]");
        });
    }

    @Test
    void confirming_never_leads_to_another_server() {
        later(6, () -> assertThat(browser.post().uri("/confirm").cookie(cookie).with(csrf()).param("next", "//evil.example").param("_confirm_password", Town.PASSWORD))
                .hasRedirectedUrl("/"));
    }

    private MvcTestResult confirm(String password) {
        return browser.post().uri("/confirm").cookie(cookie).with(csrf()).param("next", PLACE).param("_confirm_password", password).exchange();
    }

    private MvcTestResult post(String... fields) {
        var request = browser.post().uri(PLACE).cookie(cookie).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static void later(int minutes, Runnable work) {
        HouseClock.at(Instant.now().plus(Duration.ofMinutes(minutes)), () -> {
            work.run();
            return null;
        });
    }
}
