package org.casebridge.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Account;
import org.casebridge.access.Accounts;
import org.casebridge.access.Role;
import org.casebridge.caseload.CaseFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class AccountPagesTest {

    @Autowired MockMvcTester browser;
    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired CaseFiles cases;

    private Visitor admin;
    private Account noor;
    private String place;

    @BeforeEach
    void adam_signs_in() {
        admin = new Visitor(browser, "192.0.2.71");
        admin.signIn(accounts.get(town.adam().account()).username(), Town.PASSWORD);
        noor = accounts.get(town.account(Role.CASE_MANAGER, "Noor Haddad").account());
        place = "/accounts/" + noor.id().text();
    }

    @Test
    void another_role_holds_from_the_next_page_and_needs_a_fresh_factor() {
        var visitor = new Visitor(browser, "192.0.2.72");
        visitor.signIn(noor.username(), Town.PASSWORD);
        assertThat(visitor.get("/clients")).hasStatusOk();

        admin.later(Duration.ofMinutes(6));
        assertThat(admin.post(place + "/role", "role", "PARTNER")).hasStatus(403).bodyText().contains("_confirm_password");
        assertThat(accounts.get(noor.id()).role()).isEqualTo(Role.CASE_MANAGER);
        assertThat(admin.post(place + "/role", "role", "PARTNER", "_confirm_password", Town.PASSWORD)).hasStatus(303);

        assertThat(visitor.get("/clients")).hasStatus(403);
    }

    @Test
    void an_account_on_which_a_case_rests_is_not_disabled_and_the_page_says_what_rests() {
        var client = town.client("Jerome Asante");
        var program = town.program();
        town.rosa().act(() -> cases.open(client, program, noor.id(), Town.today().minusDays(3)));

        assertThat(admin.get(place)).hasStatusOk().bodyText().contains("Work still rests", "1 open case").doesNotContain("Jerome", "Disable this account");
        assertThat(admin.post(place + "/disabling")).hasStatus(409);
        assertThat(accounts.get(noor.id()).enabled()).isTrue();
    }

    @Test
    void a_disabled_account_stops_at_once_and_can_be_let_in_again() {
        var visitor = new Visitor(browser, "192.0.2.73");
        visitor.signIn(noor.username(), Town.PASSWORD);

        assertThat(admin.post(place + "/disabling")).hasStatus(303);
        assertThat(visitor.get("/account")).hasStatus3xxRedirection();
        assertThat(visitor.signIn(noor.username(), Town.PASSWORD)).hasStatus(422);

        assertThat(admin.post(place + "/admission")).hasStatus(303);
        assertThat(visitor.signIn(noor.username(), Town.PASSWORD)).hasRedirectedUrl("/");
    }

    @Test
    void an_administrator_does_nothing_of_it_to_themself_and_others_do_none_of_it() {
        var own = "/accounts/" + town.adam().account().text();
        assertThat(admin.get(own)).hasStatusOk().bodyText().contains("This is your own account.");
        assertThat(admin.post(own + "/disabling")).hasStatus(409);
        assertThat(admin.post(own + "/invitation")).hasStatus(409);
        assertThat(admin.post(own + "/role", "role", "SUPERVISOR")).hasStatus(422);
        assertThat(accounts.get(town.adam().account()).role()).isEqualTo(Role.ADMINISTRATOR);

        assertThat(town.post(town.vera(), place + "/role", "role", "ADMINISTRATOR")).hasStatus(403);
        assertThat(town.post(town.vera(), place + "/disabling")).hasStatus(403);
    }
}
