package org.casebridge.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Account;
import org.casebridge.access.Accounts;
import org.casebridge.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class OwnPasswordPagesTest {

    private static final String FRESH = "lantern gravel otter";

    @Autowired MockMvcTester browser;
    @Autowired Town town;
    @Autowired Accounts accounts;

    private Account noor;
    private Visitor office;
    private Visitor home;

    @BeforeEach
    void signs_in_twice() {
        noor = accounts.get(town.account(Role.CASE_MANAGER, "Noor Haddad").account());
        office = new Visitor(browser, "192.0.2.31");
        home = new Visitor(browser, "192.0.2.32");
        office.signIn(noor.username(), Town.PASSWORD);
        home.signIn(noor.username(), Town.PASSWORD);
    }

    @Test
    void a_new_password_ends_all_other_sessions_and_the_old_one_opens_nothing() {
        assertThat(change(Town.PASSWORD, FRESH, FRESH)).hasStatus(303).hasRedirectedUrl("/account?changed");

        assertThat(office.get("/account")).hasStatusOk();
        assertThat(home.get("/account")).as("the other session").hasStatus3xxRedirection().hasRedirectedUrl("/sign-in?next=%2Faccount");
        assertThat(home.signIn(noor.username(), Town.PASSWORD)).hasStatus(422);
        assertThat(home.signIn(noor.username(), FRESH)).hasRedirectedUrl("/");
    }

    @Test
    void what_is_wrong_is_said_beside_its_field_and_nothing_changes() {
        assertThat(change("wrong", FRESH, FRESH)).hasStatus(422).bodyText().contains("This is not the password you have now.");
        assertThat(change(Town.PASSWORD, FRESH, "another")).hasStatus(422).bodyText().contains("The two new passwords differ.");
        assertThat(change(Town.PASSWORD, "short", "short")).hasStatus(422).bodyText().contains("Use 15 characters or more.");
        assertThat(change(Town.PASSWORD, "passwordpassword", "passwordpassword")).hasStatus(422).bodyText().contains("first that somebody would guess");
        assertThat(change("", "", "")).hasStatus(422).bodyText().contains("Choose a new password.");

        assertThat(home.get("/account")).hasStatusOk();
        assertThat(accounts.knows(noor.id(), Town.PASSWORD)).isTrue();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult change(String current, String password, String again) {
        return office.post("/account/password", "current", current, "password", password, "again", again);
    }
}
