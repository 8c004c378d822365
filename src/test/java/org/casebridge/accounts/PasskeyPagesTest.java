package org.casebridge.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Account;
import org.casebridge.access.Accounts;
import org.casebridge.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@PageTest
class PasskeyPagesTest {

    @Autowired MockMvcTester browser;
    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private Account noor;
    private Visitor home;
    private SoftKey key;

    @BeforeEach
    void signs_in() throws Exception {
        noor = accounts.get(town.account(Role.CASE_MANAGER, "Noor Haddad").account());
        home = visitor();
        home.signIn(noor.username(), Town.PASSWORD);
        key = new SoftKey(noor.id());
    }

    @Test
    void a_passkey_made_on_ones_own_page_opens_everything_by_itself_from_then_on() throws Exception {
        var codes = add(home, key, "My phone");
        assertThat(codes).hasStatusOk();
        assertThat(Visitor.found("class=\"secret\">([A-Z2-7 ]+)<", codes.getResponse().getContentAsString())).as("recovery codes with the first").hasSize(8);
        assertThat(home.get("/account")).hasStatusOk().bodyText().contains("My phone", "not used yet", "8 codes are left.");

        var office = visitor();
        assertThat(shown(office, key.shown(question(office, "/sign-in/passkey/question")), "/clients")).hasStatus(303).hasRedirectedUrl("/clients");
        assertThat(office.get("/clients")).hasStatusOk();
        assertThat(office.get("/account")).bodyText().contains("My phone", "last used");
    }

    @Test
    void with_a_passkey_the_password_alone_opens_nothing_any_more() throws Exception {
        add(home, key, "My phone");
        var office = visitor();

        assertThat(office.signIn(noor.username(), Town.PASSWORD)).hasRedirectedUrl("/sign-in/code?next=%2F");
        assertThat(office.get("/clients")).hasStatus3xxRedirection();
        assertThat(shown(office, key.shown(question(office, "/sign-in/passkey/question")), "/")).hasStatus(303);
        assertThat(office.get("/clients")).hasStatusOk();
    }

    @Test
    void a_device_that_did_not_make_sure_who_holds_it_is_refused_when_the_passkey_is_made_and_when_it_is_shown() throws Exception {
        var asked = home.post("/account/passkeys/question").getResponse().getContentAsString();
        assertThat(asked).contains("\"userVerification\":\"required\"", "\"residentKey\":\"required\"");
        key.verifies = false;
        assertThat(add(home, key, "My phone")).hasStatus(422).bodyText().contains("could not be kept", "value=\"My phone\"");
        assertThat(accounts.get(noor.id()).secondFactor()).isFalse();

        key.verifies = true;
        add(home, key, "My phone");
        var office = visitor();
        assertThat(office.post("/sign-in/passkey/question")).bodyText().contains("\"userVerification\":\"required\"");
        key.verifies = false;
        assertThat(shown(office, key.shown(question(office, "/sign-in/passkey/question")), "/")).hasStatus(422).bodyText().contains("This passkey does not open anything here.");
        assertThat(office.get("/clients")).hasStatus3xxRedirection();
        key.verifies = true;
        assertThat(shown(office, key.shown(question(office, "/sign-in/passkey/question")), "/")).hasStatus(303);
    }

    @Test
    void a_question_is_answered_once_by_the_browser_that_was_asked_and_within_five_minutes() throws Exception {
        add(home, key, "My phone");
        var office = visitor();
        var answer = key.shown(question(office, "/sign-in/passkey/question"));
        assertThat(shown(visitor(), answer, "/")).as("by another browser").hasStatus(422);
        assertThat(shown(office, answer, "/")).hasStatus(303);
        office.post("/sign-out");
        assertThat(shown(office, answer, "/")).as("a second time").hasStatus(422);

        var late = key.shown(question(office, "/sign-in/passkey/question"));
        office.later(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(shown(office, late, "/")).as("too late").hasStatus(422);

        var wrong = question(office, "/sign-in/passkey/question");
        key.verifies = false;
        assertThat(shown(office, key.shown(wrong), "/")).hasStatus(422);
        key.verifies = true;
        assertThat(shown(office, key.shown(wrong), "/")).as("a wrong answer uses the question up").hasStatus(422);
    }

    @Test
    void an_answer_made_for_another_site_or_in_anothers_name_opens_nothing() throws Exception {
        add(home, key, "My phone");
        var office = visitor();

        key.origin = "https://casebridge.example";
        assertThat(shown(office, key.shown(question(office, "/sign-in/passkey/question")), "/")).hasStatus(422);
        key.origin = "http://localhost";
        key.site = "casebridge.example";
        assertThat(shown(office, key.shown(question(office, "/sign-in/passkey/question")), "/")).hasStatus(422);
        key.site = "localhost";
        key.owner = town.adam().account();
        assertThat(shown(office, key.shown(question(office, "/sign-in/passkey/question")), "/")).hasStatus(422);
        key.owner = noor.id();
        assertThat(shown(office, new SoftKey(noor.id()).shown(question(office, "/sign-in/passkey/question")), "/")).as("a key nobody knows").hasStatus(422);
        for (var rubbish : new String[] {"", "{}", "null", "[]", "{\"id\":\"\\u0000\"}", "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}"}) {
            office.post("/sign-in/passkey/question");
            assertThat(shown(office, rubbish, "/")).as(rubbish).hasStatus(422);
            home.post("/account/passkeys/question");
            assertThat(home.post("/account/passkeys", "name", "Other", "credential", rubbish)).as(rubbish).hasStatus(422);
        }
        assertThat(shown(office, key.shown(question(office, "/sign-in/passkey/question")), "/")).hasStatus(303);
    }

    @Test
    void a_passkey_that_counts_backwards_was_copied_and_opens_nothing() throws Exception {
        add(home, key, "My phone");
        var office = visitor();
        key.count = 41;
        assertThat(shown(office, key.shown(question(office, "/sign-in/passkey/question")), "/")).hasStatus(303);
        office.post("/sign-out");

        key.count = 41;
        assertThat(shown(office, key.shown(question(office, "/sign-in/passkey/question")), "/")).as("the same count").hasStatus(422);
        key.count = 7;
        assertThat(shown(office, key.shown(question(office, "/sign-in/passkey/question")), "/")).as("a lower count").hasStatus(422);
        var told = town.as(town.priya(), () -> transaction.execute(_ -> db.sql("select count(*) from audit.entry where what = 'SIGN_IN_FAILED' and reason like '%counted backwards%' and at > now() - interval '5 minutes'")
                .query(Integer.class).single()));
        assertThat(told).isGreaterThanOrEqualTo(2);
        key.count = 42;
        assertThat(shown(office, key.shown(question(office, "/sign-in/passkey/question")), "/")).hasStatus(303);
    }

    @Test
    void it_shows_again_that_it_is_them_where_a_fresh_factor_is_asked_for() throws Exception {
        add(home, key, "My phone");
        home.later(Duration.ofMinutes(6));
        assertThat(home.get("/tests/step-up")).hasStatus(303).hasRedirectedUrl("/confirm?next=%2Ftests%2Fstep-up");
        assertThat(home.get("/confirm?next=%2Ftests%2Fstep-up")).bodyText().contains("data-question=\"/confirm/passkey/question\"");

        assertThat(home.post("/tests/step-up", "said", "one", "_confirm_passkey", key.shown("bm90IGFza2Vk"))).as("an answer to no question").hasStatus(422);
        key.verifies = false;
        assertThat(home.post("/tests/step-up", "said", "one", "_confirm_passkey", key.shown(question(home, "/confirm/passkey/question")))).hasStatus(422).bodyText().contains("That is not right");
        key.verifies = true;
        var sam = accounts.get(town.account(Role.CASE_MANAGER, "Sam Whitfield").account());
        var sams = new SoftKey(sam.id());
        var other = visitor();
        other.signIn(sam.username(), Town.PASSWORD);
        add(other, sams, "Sam’s");
        assertThat(home.post("/tests/step-up", "said", "one", "_confirm_passkey", sams.shown(question(home, "/confirm/passkey/question")))).as("another’s passkey").hasStatus(422);

        assertThat(home.post("/tests/step-up", "said", "one", "_confirm_passkey", key.shown(question(home, "/confirm/passkey/question")))).hasStatusOk().bodyText().isEqualTo("did [one]");
        assertThat(home.get("/tests/step-up")).hasStatusOk().bodyText().contains("PASSKEY");
    }

    @Test
    void one_removes_ones_own_with_a_fresh_factor_and_nobody_elses() throws Exception {
        add(home, key, "My phone");
        var place = Visitor.found("action=\"(/account/passkeys/[^\"]+/removal)\"", home.get("/account").getResponse().getContentAsString()).getFirst();
        var sam = visitor();
        sam.signIn(accounts.get(town.account(Role.CASE_MANAGER, "Sam Whitfield").account()).username(), Town.PASSWORD);
        assertThat(sam.post(place)).hasStatus(404);

        home.later(Duration.ofMinutes(6));
        assertThat(home.post(place)).hasStatus(403);
        assertThat(home.post(place, "_confirm_password", Town.PASSWORD)).as("the password alone").hasStatus(422);
        assertThat(home.post(place, "_confirm_passkey", key.shown(question(home, "/confirm/passkey/question")))).hasStatus(303);
        assertThat(accounts.get(noor.id()).secondFactor()).isFalse();
        var office = visitor();
        assertThat(shown(office, key.shown(question(office, "/sign-in/passkey/question")), "/")).hasStatus(422);
    }

    @Test
    void a_disabled_account_is_not_opened_by_its_passkey_and_a_new_link_ends_it() throws Exception {
        add(home, key, "My phone");
        accounts.disable(noor.id());
        var office = visitor();
        assertThat(shown(office, key.shown(question(office, "/sign-in/passkey/question")), "/")).hasStatus(422).bodyText().contains("This passkey does not open anything here.");

        accounts.admit(noor.id());
        var admin = visitor();
        admin.signIn(accounts.get(town.adam().account()).username(), Town.PASSWORD);
        assertThat(admin.post("/accounts/" + noor.id().text() + "/invitation")).hasStatusOk();
        assertThat(shown(office, key.shown(question(office, "/sign-in/passkey/question")), "/")).hasStatus(422);
    }

    @Test
    void it_needs_a_name_and_a_fresh_factor_to_be_made() throws Exception {
        assertThat(add(home, key, " ")).hasStatus(422).bodyText().contains("Give the passkey a name");
        assertThat(add(home, key, "x".repeat(61))).hasStatus(422).bodyText().contains("Keep this to 60 characters or fewer.");
        home.later(Duration.ofMinutes(6));
        assertThat(home.get("/account/passkeys/new")).hasStatus(303);
        assertThat(home.post("/account/passkeys/question")).hasStatus(403);
        assertThat(add(home, key, "My phone")).hasStatus(403);
        assertThat(visitor().post("/account/passkeys/question")).hasStatus3xxRedirection();
        assertThat(accounts.get(noor.id()).secondFactor()).isFalse();
    }

    private static MvcTestResult add(Visitor visitor, SoftKey key, String name) throws Exception {
        return visitor.post("/account/passkeys", "name", name, "credential", key.made(question(visitor, "/account/passkeys/question")));
    }

    private static MvcTestResult shown(Visitor visitor, String answer, String next) {
        return visitor.post("/sign-in/passkey", "credential", answer, "next", next);
    }

    /** The challenge that the server asks to be signed; "none" when it does not ask. */
    private static String question(Visitor visitor, String path) throws Exception {
        var challenge = Visitor.found("\"challenge\":\"([^\"]+)\"", visitor.post(path).getResponse().getContentAsString());
        return challenge.isEmpty() ? "none" : challenge.getFirst();
    }

    private Visitor visitor() {
        var visitor = Visitor.somewhere(browser);
        if (home != null) {
            visitor.now = home.now;
        }
        return visitor;
    }
}
