package org.casebridge.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Reach;
import org.casebridge.access.Role;
import org.casebridge.caseload.Programs;
import org.casebridge.clients.About;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.PersonName;
import org.casebridge.fault.Fault;
import org.casebridge.fault.Superuser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody gains who can slip a statement into a query of the application, and writes the rows that the row policies rest on: nothing. */
@PageTest
class SlippedInTest {

    @Autowired Town town;
    @Autowired Programs programs;
    @Autowired Reach reach;
    @Autowired JdbcClient db;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Superuser superuser;

    private Actor sam;
    private Actor rosa;
    private ClientId client;
    private String clinic;

    @BeforeEach
    void a_client_whom_sam_does_not_reach() {
        sam = town.account(Role.CASE_MANAGER, "Sam Slipped");
        rosa = town.rosa();
        client = town.openCase("Amina Yusuf").clientId();
        clinic = town.as(town.vera(), () -> programs.add("Riverside " + UUID.randomUUID().toString().substring(0, 6), 14, true)).text();
    }

    @Test
    void nobody_writes_themselves_a_key_to_a_record() {
        assertThat(taken(sam)).isEmpty();
    }

    @Test
    void nor_as_nobody_whose_name_was_wiped_out() {
        for (var statement : statements().entrySet()) {
            assertThatThrownBy(() -> as(sam, () -> {
                db.sql("select set_config('casebridge.actor', '', true)").query(String.class).single();
                return db.sql(statement.getValue()).update();
            })).as(statement.getKey()).hasStackTraceContaining("not sealed");
        }
    }

    @Test
    void an_emergency_lasts_as_long_as_its_row_says_and_gives_no_other_reach() {
        var name = "Thaddeus " + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "wick";
        var born = LocalDate.of(1979, 4, 12);
        client = town.client(NewClient.of(PersonName.read(name), About.born(born)));
        assertThat(town.post(sam, "/emergency", "name", name, "born", born.toString(), "reason", "LIFE_AT_RISK", "words", "Not answering", "hours", "1", "_confirm_password", Town.PASSWORD)).hasStatus(303);
        assertThat(reached(sam)).isTrue();

        assertThatThrownBy(() -> as(sam, () -> db.sql("update access.reach set ends_at = now() + interval '9 days' where client_id = ?").param(client.value()).update())).hasStackTraceContaining("not theirs to write");
        assertThatThrownBy(() -> as(sam, () -> db.sql("update access.reach set because = 'assigned', ends_at = null where client_id = ? and account_id = ?").params(client.value(), sam.account().value()).update()))
                .hasStackTraceContaining("not theirs to write");
        assertThat(town.post(sam, "/clients/" + client.text() + "/case", "program", town.program().text(), "worker", sam.account().text(), "on", Town.today().toString())).hasStatus(403)
                .bodyText().contains("because of an emergency");
        assertThat(as(sam, () -> db.sql("select string_agg(because, ' ') from access.reach where account_id = ?").param(sam.account().value()).query(String.class).single())).isEqualTo("break_glass");
    }

    @Test
    void a_partner_who_steps_out_of_their_role_reaches_nobody() {
        var paul = town.account(Role.PARTNER, "Paul Meyer");
        Actor.machine().run(() -> reach.give(paul.account(), client.value(), "referral", null));
        Actor.machine().run(() -> reach.give(paul.account(), client.value(), "consent", null, true));
        for (var role : List.of("none", "casebridge_wide")) {
            assertThat(as(paul, () -> {
                db.sql("select set_config('role', ?, true)").param(role).query(String.class).single();
                return db.sql("select (select count(*) from clients.client) + (select count(*) from caseload.case_file) + (select count(*) from caseload.story)").query(Integer.class).single();
            })).as(role).isZero();
        }
    }

    /** The statements that went through; while the fault is planted, the tables do not keep their keys. */
    private List<String> taken(Actor who) {
        switchKeeping(Fault.KEYS_UNKEPT.planted() ? "disable" : "enable");
        try {
            return statements().entrySet().stream().filter(it -> passes(who, it.getValue())).map(Map.Entry::getKey).sorted().toList();
        } finally {
            switchKeeping("enable");
        }
    }

    private void switchKeeping(String how) {
        superuser.ask(it -> it.sql("alter table access.reach " + how + " trigger keep").update());
    }

    private boolean passes(Actor who, String statement) {
        try {
            as(who, () -> {
                assertThat(db.sql(statement).update()).as(statement).isPositive();
                throw new Undone();
            });
            return false;
        } catch (Undone through) {
            return true;
        } catch (org.springframework.dao.DataAccessException refused) {
            assertThat(refused).hasStackTraceContaining("permission denied".equals(cause(refused)) ? "permission denied" : "not theirs to write");
            return false;
        }
    }

    private static String cause(Throwable problem) {
        return String.valueOf(problem.getCause() == null ? problem.getMessage() : problem.getCause().getMessage()).contains("permission denied") ? "permission denied" : "";
    }

    private Map<String, String> statements() {
        var me = "'" + sam.account().text() + "'";
        var other = "'" + rosa.account().text() + "'";
        var it = "'" + client.text() + "'";
        return Map.ofEntries(
                Map.entry("reach", "insert into access.reach (account_id, client_id, because) values (%s, %s, 'assigned')".formatted(me, it)),
                Map.entry("reach as if just added", "insert into access.reach (account_id, client_id, because) values (%s, %s, 'added')".formatted(me, it)),
                Map.entry("reach by an emergency nobody is told of", "insert into access.reach (account_id, client_id, because, ends_at) values (%s, %s, 'break_glass', now() + interval '1 hour')".formatted(me, it)),
                Map.entry("reach of another's", "update access.reach set account_id = %s where account_id = %s and client_id = %s".formatted(me, other, it)),
                Map.entry("a wide role", "update access.account set role = 'SUPERVISOR' where id = " + me),
                Map.entry("another agency", "update access.account set agency_id = (select id from access.agency order by id desc limit 1), name = 'x' where id = " + me),
                Map.entry("another's password", "update access.account set password_hash = 'x' where id = " + other),
                Map.entry("an account", "insert into access.account (id, agency_id, username, name, role) select gen_random_uuid(), agency_id, 'slipped-' || gen_random_uuid(), 'x', 'ADMINISTRATOR' from access.account where id = " + me),
                Map.entry("another's session", "insert into access.session (key, account_id) values (sha256('x'), %s)".formatted(other)),
                Map.entry("custody", "update access.custody set restricted = not restricted where client_id = " + it),
                Map.entry("custody of another agency", "update access.custody set agency_id = (select id from access.agency order by id desc limit 1), segment = gen_random_uuid() where client_id = " + it),
                Map.entry("a name for a restricted record", "insert into access.named (client_id, account_id) values (%s, %s)".formatted(it, me)),
                Map.entry("a place in a Part 2 programme", "insert into caseload.program_worker (program_id, worker) values ('%s', %s)".formatted(clinic, me)),
                Map.entry("a programme that shares", "update caseload.program set shared = not shared where id = '%s'".formatted(clinic)),
                Map.entry("to stand in", "insert into caseload.coverage (id, absent, stand_in, from_on, until_on, named_by, named_at) values (gen_random_uuid(), %s, %s, current_date, current_date, %2$s, now())".formatted(other, me)),
                Map.entry("to supervise", "insert into workforce.worker (id, languages, studied, supervisor, version) values (%s, '{en}', '', %s, 1)".formatted(other, me)),
                Map.entry("a factor of another's", "insert into accounts.recovery_code (account_id, hash, made_at) values (%s, sha256('x'), now())".formatted(other)),
                Map.entry("a browser of another's", "insert into accounts.known_browser (account_id, key, since) values (%s, sha256('x'), now())".formatted(other)));
    }

    private boolean reached(Actor who) {
        return who.act(() -> reach.reaches(client.value()));
    }

    /** In a transaction, and so a connection, of its own. */
    private <T> T as(Actor who, Supplier<T> work) {
        var alone = new TransactionTemplate(transactions, new DefaultTransactionDefinition(org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        return who.act(() -> alone.execute(_ -> work.get()));
    }

    private static final class Undone extends RuntimeException {}
}
