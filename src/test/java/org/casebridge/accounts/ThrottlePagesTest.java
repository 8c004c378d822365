package org.casebridge.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Account;
import org.casebridge.access.Accounts;
import org.casebridge.access.Passwords;
import org.casebridge.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class ThrottlePagesTest {

    @Autowired MockMvcTester browser;
    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired Passwords passwords;

    private Account noor;

    @BeforeEach
    void knows_noor() {
        noor = accounts.get(town.account(Role.CASE_MANAGER, "Noor Haddad").account());
    }

    /** NIST SP 800-63B-4, 3.2.2: no more than 100 failed tries in a row. Here 1,000 guesses in a day, from as many addresses; with all numbers, 10,000. */
    @Test
    void of_a_thousand_guesses_fewer_than_a_hundred_are_looked_at_and_the_owner_still_gets_in() throws Exception {
        int guesses = Boolean.getBoolean("casebridge.full") ? 10_000 : 1_000;
        var owner = visitor("192.0.2.7");
        owner.signIn(noor.username(), Town.PASSWORD);
        owner.post("/sign-out");
        var phone = visitor("192.0.2.14");
        phone.signIn(noor.username(), Town.PASSWORD);
        var key = new SoftKey(noor.id());
        phone.post("/account/passkeys", "name", "My phone", "credential", key.made(question(phone, "/account/passkeys/question")));
        var before = passwords.computed();
        var start = owner.now;

        for (int i = 0; i < guesses; i++) {
            var stranger = visitor("2001:db8:" + Integer.toHexString(i) + "::1");
            stranger.now = start.plus(Duration.ofDays(1).dividedBy(guesses).multipliedBy(i));
            stranger.signIn(noor.username(), "guess number " + i);
        }

        assertThat(passwords.computed() - before).isBetween(20L, 100L);
        owner.now = start.plus(Duration.ofDays(1));
        assertThat(owner.signIn(noor.username(), Town.PASSWORD)).as("from a browser they used before").hasStatus(303).hasRedirectedUrl("/sign-in/code?next=%2F");
        var elsewhere = visitor("192.0.2.15");
        elsewhere.now = owner.now;
        assertThat(elsewhere.post("/sign-in/passkey", "credential", key.shown(question(elsewhere, "/sign-in/passkey/question")))).as("from a new one by passkey").hasStatus(303).hasRedirectedUrl("/");
    }

    @Test
    void whoever_waits_is_told_how_long_and_a_wait_ends() {
        var noisy = visitor("192.0.2.8");
        for (int i = 0; i < 6; i++) {
            assertThat(noisy.signIn(noor.username(), "wrong")).hasStatus(422);
        }
        var told = noisy.signIn(noor.username(), Town.PASSWORD);
        assertThat(told).hasStatus(429).bodyText().contains("That was tried too often");
        assertThat(told.getResponse().getHeader("Retry-After")).isEqualTo("2");

        noisy.later(Duration.ofSeconds(2));
        assertThat(noisy.signIn(noor.username(), Town.PASSWORD)).hasStatus(303).hasRedirectedUrl("/");
    }

    @Test
    void a_name_that_is_not_there_is_answered_as_one_that_is() {
        var there = visitor("192.0.2.9");
        var not = visitor("192.0.2.10");
        var nobody = "nobody-" + UUID.randomUUID();
        var before = passwords.computed();
        for (int i = 0; i < 8; i++) {
            var one = there.signIn(noor.username(), "wrong").getResponse();
            var other = not.signIn(nobody, "wrong").getResponse();
            assertThat(other.getStatus()).isEqualTo(one.getStatus());
            assertThat(other.getRedirectedUrl()).isEqualTo(one.getRedirectedUrl());
            assertThat(other.getHeader("Retry-After")).isEqualTo(one.getHeader("Retry-After"));
        }
        assertThat(passwords.computed() - before).as("the same work for both").isEqualTo(12);
    }

    @Test
    void a_whole_office_behind_one_address_signs_in_all_day() {
        for (int i = 0; i < 110; i++) {
            assertThat(visitor("192.0.2.11").signIn(noor.username(), Town.PASSWORD)).hasStatus(303).hasRedirectedUrl("/");
        }
    }

    @Test
    void codes_are_slowed_down_too() throws Exception {
        var home = visitor("192.0.2.12");
        home.signIn(noor.username(), Town.PASSWORD);
        home.setUpAuthenticator();
        var guesser = visitor("192.0.2.13");
        guesser.signIn(noor.username(), Town.PASSWORD);

        int looked = 0;
        for (int i = 0; i < 40; i++) {
            looked += guesser.post("/sign-in/code", "code", "00000" + i % 10).getResponse().getStatus() == 422 ? 1 : 0;
        }
        assertThat(looked).isBetween(5, 7);
    }

    private static String question(Visitor visitor, String path) throws Exception {
        return Visitor.found("\"challenge\":\"([^\"]+)\"", visitor.post(path).getResponse().getContentAsString()).getFirst();
    }

    private Visitor visitor(String network) {
        return new Visitor(browser, network);
    }
}
