package org.casebridge.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Accounts;
import org.casebridge.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@PageTest
class EntryTest {

    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired FlywayConnectionDetails owner;
    @Autowired MockMvcTester browser;

    @Test
    void a_change_says_who_by_which_request_from_where_and_only_what_differs() {
        var file = town.openCase("Jerome Asante");
        town.post(town.vera(), "/clients/" + file.clientId().text() + "/case/" + file.id().text() + "/assignment", "worker", town.sam().account().text());

        var change = rows("client = ? and kind = 'CHANGE' and what = 'caseload.case_file' and was is not null", file.clientId().value()).getFirst();

        assertThat(change).containsEntry("actor", town.vera().account().value()).containsEntry("login", "casebridge_app").containsEntry("source", "127.0.0.1");
        assertThat(change.get("request")).isNotNull();
        assertThat(change.get("fields").toString()).contains("worker").doesNotContain("client_id");
        assertThat(change.get("was").toString()).contains(town.rosa().account().text()).doesNotContain(file.clientId().text());
        assertThat(rows("request = ?::uuid", change.get("request").toString())).as("all that one request did has one number").hasSizeGreaterThan(1);
    }

    @Test
    void without_its_row_a_page_is_not_sent() throws SQLException {
        var client = town.openCase("Unseen Person " + UUID.randomUUID().toString().substring(0, 6)).clientId();
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).hasStatusOk();

        asOwner("create function audit.fail() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$",
                "create trigger fail before insert on audit.entry for each row when (new.client = '%s') execute function audit.fail()".formatted(client.text()));
        try {
            var answer = town.get(town.rosa(), "/clients/" + client.text());
            assertThat(answer).hasStatus(500);
            assertThat(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)).doesNotContain("Unseen Person");
        } finally {
            asOwner("drop trigger fail on audit.entry", "drop function audit.fail()");
        }
    }

    @Test
    void who_was_turned_away_from_what_is_noted_with_the_reason() {
        var client = town.openCase("Lena Fischer").clientId();

        town.get(town.sam(), "/clients/" + client.text());
        town.get(town.rosa(), "/clients/" + client.text() + "/looks");

        assertThat(rows("client = ? and decision = 'REFUSED'", client.value())).hasSize(2).allSatisfy(it -> assertThat(it.get("reason")).isNotNull())
                .anySatisfy(it -> assertThat(it).containsEntry("actor", town.sam().account().value()))
                .anySatisfy(it -> assertThat(it.get("became").toString()).contains("GET /clients/{client}/looks"));
        assertThat(rows("client = ? and kind = 'LOOK'", client.value())).isEmpty();
    }

    @Test
    void signing_in_and_out_failures_passwords_and_roles_are_noted_and_no_secret_is() throws SQLException {
        var noor = town.account(Role.CASE_MANAGER, "Noor Haddad");
        var username = accounts.get(noor.account()).username();
        town.get(noor, "/");
        browser.post().uri("/sign-in").with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf())
                .param("username", username).param("password", "hunter2-is-wrong").exchange();
        noor.run(() -> accounts.setPassword(noor.account(), "another long enough phrase"));
        asOwner("update access.account set role = 'SUPERVISOR' where id = '%s'".formatted(noor.account().text()));
        town.adam().run(() -> accounts.disable(noor.account()));

        var all = rows("kind = 'DEED' and (actor = ? or record = ? or became ->> 'account' = ?)", noor.account().value(), "account:" + noor.account().text(), noor.account().text());

        assertThat(all).extracting(it -> it.get("what")).contains("ACCOUNT_ADDED", "SIGNED_IN", "SIGN_IN_FAILED", "PASSWORD_CHANGED", "ROLE_CHANGED", "ACCOUNT_DISABLED");
        assertThat(all.toString()).doesNotContain("$argon2", "hunter2", "another long");
        assertThat(all).filteredOn(it -> "ROLE_CHANGED".equals(it.get("what"))).singleElement().satisfies(it -> {
            assertThat(it.get("login")).as("what came another way than through the application shows").isEqualTo("casebridge_owner");
            assertThat(it.get("became").toString()).contains("SUPERVISOR");
        });
    }

    @Test
    void the_application_adds_rows_and_neither_changes_nor_forges_them() {
        for (var attempt : List.of("update audit.entry set reason = 'x'", "delete from audit.entry", "truncate audit.entry",
                "insert into audit.entry (kind, what, actor) values ('LOOK', '/', '" + town.sam().account().text() + "')",
                "insert into audit.entry (kind, what, at) values ('LOOK', '/', now() - interval '1 day')",
                "select nextval('audit.epoch_number')")) {
            assertThatThrownBy(() -> town.as(town.rosa(), () -> transaction.execute(_ -> db.sql(attempt).update()))).as(attempt).rootCause().hasMessageContaining("permission denied");
        }
        for (var attempt : List.of("update audit.entry set reason = 'x'", "delete from audit.entry", "truncate audit.entry")) {
            assertThatThrownBy(() -> asOwner(attempt)).as("the owner: " + attempt).hasMessageContaining("added to and never changed");
        }
    }

    @Test
    void only_the_privacy_officer_reads_it() {
        for (var who : List.of(town.rosa(), town.sam(), town.vera(), town.ines(), town.adam())) {
            int seen = town.as(who, () -> transaction.execute(_ -> db.sql("select count(*) from audit.entry").query(Integer.class).single()));
            assertThat(seen).as(who.name()).isZero();
        }
        assertThatThrownBy(() -> town.as(town.paul(), () -> transaction.execute(_ -> db.sql("select count(*) from audit.entry").query(Integer.class).single())))
                .rootCause().hasMessageContaining("permission denied");
        assertThat(rows("kind is not null and at > now() - interval '1 hour'")).isNotEmpty();
    }

    private List<Map<String, Object>> rows(String where, Object... values) {
        return town.as(town.priya(), () -> transaction.execute(_ -> db.sql("select id, login, actor, session, request, source, kind, what, client, array_to_string(fields, ' ') as fields, "
                + "was::text as was, became::text as became, decision, reason, record from audit.entry where " + where + " order by id").params(values).query().listOfRows()));
    }

    private void asOwner(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword()); var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        }
    }
}
