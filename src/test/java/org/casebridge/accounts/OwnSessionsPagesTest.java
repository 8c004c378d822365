package org.casebridge.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Account;
import org.casebridge.access.Accounts;
import org.casebridge.access.Role;
import org.casebridge.access.Sessions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class OwnSessionsPagesTest {

    @Autowired MockMvcTester browser;
    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired Sessions sessions;

    private Account noor;
    private Visitor office;
    private Visitor home;

    @BeforeEach
    void signs_in_twice() {
        noor = accounts.get(town.account(Role.CASE_MANAGER, "Noor Haddad").account());
        office = new Visitor(browser, "192.0.2.41");
        home = new Visitor(browser, "192.0.2.42");
        office.signIn(noor.username(), Town.PASSWORD);
        home.signIn(noor.username(), Town.PASSWORD);
    }

    @Test
    void somebody_else_signs_in_on_a_machine_where_one_is_signed_in() throws Exception {
        var one = accounts.get(town.account(Role.CASE_MANAGER, "Abla First").account());
        var other = accounts.get(town.account(Role.SUPERVISOR, "Zora Second").account());
        var shared = Visitor.somewhere(browser);
        assertThat(shared.signIn(one.username(), Town.PASSWORD)).hasStatus(303);

        assertThat(shared.signIn(other.username(), Town.PASSWORD)).hasStatus(303);

        assertThat(shared.get("/account")).hasStatusOk().bodyText().contains("Zora Second").doesNotContain("Abla First");
    }

    @Test
    void one_sees_where_one_is_signed_in_and_ends_what_is_not_oneself() {
        assertThat(office.get("/account")).hasStatusOk().bodyText().contains("192.0.2.41", "192.0.2.42");

        var other = sessions.of(noor.id()).stream().filter(it -> it.network().equals("192.0.2.42")).findFirst().orElseThrow();
        assertThat(office.post("/account/sessions/" + other.id() + "/end")).hasStatus(303);

        assertThat(home.get("/account")).hasStatus3xxRedirection();
        assertThat(office.get("/account")).hasStatusOk().bodyText().doesNotContain("192.0.2.42");
    }

    @Test
    void nobody_ends_the_session_of_somebody_else() {
        var sam = accounts.get(town.account(Role.CASE_MANAGER, "Sam Whitfield").account());
        var stranger = new Visitor(browser, "192.0.2.43");
        stranger.signIn(sam.username(), Town.PASSWORD);

        sessions.of(noor.id()).forEach(it -> assertThat(stranger.post("/account/sessions/" + it.id() + "/end")).hasStatus(404));
        assertThat(home.get("/account")).hasStatusOk();
    }

    @Test
    void all_others_end_at_once() {
        assertThat(office.post("/account/sessions/end-others")).hasStatus(303);

        assertThat(office.get("/account")).hasStatusOk();
        assertThat(home.get("/account")).hasStatus3xxRedirection();
    }

    @Test
    void a_cookie_from_before_signing_in_is_never_the_one_after() {
        var before = home.cookie("casebridge").getValue();
        home.signIn(noor.username(), Town.PASSWORD);

        assertThat(home.cookie("casebridge").getValue()).isNotEqualTo(before);
        assertThat(browser.get().uri("/account").cookie(new Cookie("casebridge", before))).hasStatus3xxRedirection();
    }

    @Test
    void a_session_ends_after_twelve_hours_however_busy() {
        for (int i = 0; i < 71; i++) {
            office.later(Duration.ofMinutes(10));
            assertThat(office.get("/awake")).as("after %d minutes", 10 * (i + 1)).hasStatusOk();
        }
        office.later(Duration.ofMinutes(11));
        assertThat(office.get("/awake")).hasStatus3xxRedirection();
    }
}
