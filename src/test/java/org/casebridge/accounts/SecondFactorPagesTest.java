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
import org.springframework.transaction.support.TransactionTemplate;

@PageTest
class SecondFactorPagesTest {

    @Autowired MockMvcTester browser;
    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private Account noor;
    private Visitor home;

    @BeforeEach
    void signs_in() {
        noor = accounts.get(town.account(Role.CASE_MANAGER, "Noor Haddad").account());
        home = Visitor.somewhere(browser);
        home.signIn(noor.username(), Town.PASSWORD);
    }

    @Test
    void with_an_app_the_password_opens_nothing_until_its_code_is_typed() throws Exception {
        var seed = home.setUpAuthenticator().getFirst();
        home.later(Duration.ofMinutes(1));
        var office = visitor();

        assertThat(office.signIn(noor.username(), Town.PASSWORD)).hasStatus(303).hasRedirectedUrl("/sign-in/code?next=%2F");
        assertThat(office.get("/clients")).hasStatus3xxRedirection().hasRedirectedUrl("/sign-in/code?next=%2Fclients");
        assertThat(office.get("/account")).hasStatus3xxRedirection();
        assertThat(office.post("/account/password", "current", Town.PASSWORD, "password", "x", "again", "x")).hasStatus3xxRedirection();
        assertThat(office.post("/sign-in/code", "code", "000000")).hasStatus(422).bodyText().contains("This code is not right");

        assertThat(office.post("/sign-in/code", "code", office.code(seed), "next", "/clients")).hasStatus(303).hasRedirectedUrl("/clients");
        assertThat(office.get("/clients")).hasStatusOk();
    }

    @Test
    void a_code_that_was_used_opens_nothing_a_second_time() throws Exception {
        var seed = home.setUpAuthenticator().getFirst();
        home.later(Duration.ofMinutes(1));
        var one = visitor();
        var other = visitor();
        one.signIn(noor.username(), Town.PASSWORD);
        other.signIn(noor.username(), Town.PASSWORD);

        assertThat(one.post("/sign-in/code", "code", one.code(seed))).hasStatus(303);
        assertThat(other.post("/sign-in/code", "code", one.code(seed))).hasStatus(422);
    }

    @Test
    void a_recovery_code_opens_once_and_its_table_tells_nobody_what_it_is() throws Exception {
        var codes = home.setUpAuthenticator();
        assertThat(codes).hasSize(9);
        var lost = visitor();
        lost.signIn(noor.username(), Town.PASSWORD);
        assertThat(lost.post("/sign-in/code", "code", codes.get(1).toLowerCase())).hasStatus(303);
        assertThat(lost.get("/account")).hasStatusOk().bodyText().contains("7 codes are left.");

        var thief = visitor();
        assertThat(thief.signIn(noor.username(), Town.PASSWORD)).hasRedirectedUrl("/sign-in/code?next=%2F");
        assertThat(thief.post("/sign-in/code", "code", codes.get(1)).getResponse().getRedirectedUrl()).as("where a used code leads").isNull();
        assertThat(thief.get("/account").getResponse().getRedirectedUrl()).isEqualTo("/sign-in/code?next=%2Faccount");
        int plain = transaction.execute(_ -> db.sql("select count(*) from accounts.recovery_code where encode(hash, 'escape') like ?").param("%" + codes.get(2).substring(0, 6) + "%")
                .query(Integer.class).single());
        assertThat(plain).isZero();
    }

    @Test
    void new_recovery_codes_end_the_old_ones() throws Exception {
        var old = home.setUpAuthenticator();
        assertThat(home.post("/account/recovery-codes")).hasStatusOk();

        var visitor = visitor();
        visitor.signIn(noor.username(), Town.PASSWORD);
        assertThat(visitor.post("/sign-in/code", "code", old.get(1))).hasStatus(422);
    }

    @Test
    void the_seed_cannot_be_read_from_the_table_nor_moved_to_another_account() throws Exception {
        var seed = home.setUpAuthenticator().getFirst();
        var sam = accounts.get(town.account(Role.CASE_MANAGER, "Sam Whitfield").account());
        var thief = visitor();
        thief.signIn(sam.username(), Town.PASSWORD);
        thief.setUpAuthenticator();

        var stored = transaction.execute(_ -> db.sql("select encode(seed, 'escape') from accounts.totp where account_id = ?").param(noor.id().value()).query(String.class).single());
        assertThat(stored).doesNotContain(seed);

        transaction.executeWithoutResult(_ -> db.sql("update accounts.totp set last_step = null, seed = (select seed from accounts.totp where account_id = ?) where account_id = ?")
                .params(sam.id().value(), noor.id().value()).update());
        var moved = visitor();
        moved.signIn(noor.username(), Town.PASSWORD);
        assertThat(moved.post("/sign-in/code", "code", moved.code(seed)).getResponse().getStatus()).isNotEqualTo(303);
        assertThat(moved.get("/account")).hasStatus3xxRedirection();
    }

    @Test
    void setting_up_and_taking_away_need_a_fresh_factor_and_then_the_second_one() throws Exception {
        var seed = home.setUpAuthenticator().getFirst();
        home.later(Duration.ofMinutes(6));

        assertThat(home.post("/account/authenticator/removal")).hasStatus(403).bodyText().contains("_confirm_code").doesNotContain("_confirm_password");
        assertThat(home.post("/account/authenticator/removal", "_confirm_password", Town.PASSWORD)).as("the password alone").hasStatus(422);
        assertThat(accounts.get(noor.id()).secondFactor()).isTrue();

        assertThat(home.post("/account/authenticator/removal", "_confirm_code", home.code(seed))).hasStatus(303);
        assertThat(accounts.get(noor.id()).secondFactor()).isFalse();
    }

    @Test
    void the_app_is_not_set_up_until_it_shows_the_right_code() {
        assertThat(home.get("/account/authenticator")).hasStatusOk().bodyText().contains("<svg");
        assertThat(home.post("/account/authenticator", "code", "12")).hasStatus(422).bodyText().contains("This code is not right");
        assertThat(home.post("/account/authenticator", "code", "")).hasStatus(422).bodyText().contains("Type the six digits");
        assertThat(accounts.get(noor.id()).secondFactor()).isFalse();
    }

    private Visitor visitor() {
        var visitor = Visitor.somewhere(browser);
        visitor.now = home.now;
        return visitor;
    }
}
