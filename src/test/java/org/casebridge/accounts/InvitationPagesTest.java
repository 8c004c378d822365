package org.casebridge.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Accounts;
import org.casebridge.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class InvitationPagesTest {

    private static final String CHOSEN = "lantern gravel otter";

    @Autowired MockMvcTester browser;
    @Autowired Town town;
    @Autowired Accounts accounts;

    private final String username = "noor-" + UUID.randomUUID().toString().substring(0, 8);
    private Visitor admin;
    private Visitor noor;

    @BeforeEach
    void adam_signs_in() {
        admin = new Visitor(browser, "192.0.2.61");
        admin.signIn(accounts.get(town.adam().account()).username(), Town.PASSWORD);
        noor = new Visitor(browser, "192.0.2.62");
    }

    @Test
    void somebody_invited_chooses_their_own_password_once() throws Exception {
        var link = invite();

        assertThat(noor.signIn(username, "")).as("before").hasStatus(422);
        assertThat(noor.get(link)).hasStatusOk().bodyText().contains("Welcome, Noor Haddad.", username);
        assertThat(noor.post(link, "password", "short", "again", "short")).hasStatus(422).bodyText().contains("Use 15 characters or more.");
        assertThat(noor.post(link, "password", CHOSEN, "again", "another")).hasStatus(422);
        assertThat(noor.post(link, "password", CHOSEN, "again", CHOSEN)).hasStatus(303).hasRedirectedUrl("/sign-in");
        assertThat(noor.signIn(username, CHOSEN)).hasStatus(303).hasRedirectedUrl("/");

        assertThat(noor.get(link)).as("a second time").hasStatus(404);
        assertThat(noor.post(link, "password", "another lantern gravel", "again", "another lantern gravel")).hasStatus(404);
        assertThat(accounts.knows(accounts.find(username).orElseThrow().id(), CHOSEN)).isTrue();
    }

    @Test
    void a_link_is_too_old_after_72_hours_and_a_made_up_one_opens_nothing() throws Exception {
        var link = invite();
        noor.later(Duration.ofHours(71));
        assertThat(noor.get(link)).hasStatusOk();
        noor.later(Duration.ofHours(1).plusSeconds(5));
        assertThat(noor.get(link)).hasStatus(404);
        assertThat(noor.get("/invitation/" + "A".repeat(43))).hasStatus(404);
    }

    @Test
    void a_new_link_ends_password_sessions_and_the_link_before() throws Exception {
        var first = invite();
        noor.post(first, "password", CHOSEN, "again", CHOSEN);
        noor.signIn(username, CHOSEN);
        var id = accounts.find(username).orElseThrow().id().text();

        var again = Visitor.found("(/invitation/[\\w-]+)", admin.post("/accounts/" + id + "/invitation").getResponse().getContentAsString()).getFirst();

        assertThat(noor.get("/account")).hasStatus3xxRedirection();
        assertThat(noor.signIn(username, CHOSEN)).hasStatus(422);
        assertThat(noor.get(again)).hasStatusOk();
    }

    @Test
    void what_is_missing_or_taken_is_said_beside_its_field() throws Exception {
        invite();
        assertThat(admin.post("/accounts", "name", "Noor Haddad", "username", username, "role", "CASE_MANAGER")).hasStatus(422).bodyText().contains("is taken");
        assertThat(admin.post("/accounts", "name", "", "username", "a b", "role", "")).hasStatus(422).bodyText().contains("Write the person’s name.", "A user name has letters", "Choose a role.");
        assertThat(admin.post("/accounts", "name", "Machine", "username", "machine-" + username, "role", "MACHINE")).hasStatus(422);
        assertThat(accounts.find("machine-" + username)).isEmpty();
    }

    @Test
    void nobody_but_an_administrator_invites() {
        assertThat(town.post(town.rosa(), "/accounts", "name", "Noor Haddad", "username", username, "role", "ADMINISTRATOR")).hasStatus(403);
        assertThat(town.get(town.vera(), "/accounts")).hasStatus(403);
        assertThat(accounts.find(username)).isEmpty();
    }

    private String invite() throws Exception {
        var page = admin.post("/accounts", "name", "Noor Haddad", "username", username, "role", Role.CASE_MANAGER.name());
        assertThat(page).hasStatusOk();
        return Visitor.found("(/invitation/[\\w-]+)", page.getResponse().getContentAsString()).getFirst();
    }
}
