package org.casebridge.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.audit.AuditLog;
import org.casebridge.clients.Address;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.clients.HouseholdRole;
import org.casebridge.clients.Households;
import org.casebridge.clients.NewClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@PageTest
class OversightPagesTest {

    @Autowired Town town;
    @Autowired Watch watch;
    @Autowired Clients clients;
    @Autowired Households households;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired FlywayConnectionDetails owner;

    @Test
    void the_log_is_searched_by_worker_client_day_kind_and_decision() {
        var client = town.openCase("Searched Zyzniewski").clientId();
        var worker = town.account(Role.CASE_MANAGER, "Wanda Quill");
        town.get(town.rosa(), "/clients/" + client.text());
        town.get(worker, "/clients/" + client.text());
        var today = Town.today();

        assertThat(page("/audit?client=zyzniewski")).contains("Rosa Alvarez", "Wanda Quill", "Opened a record", "Added something", "Searched Zyzniewski", "Refused");
        assertThat(page("/audit?client=zyzniewski&refused=true")).contains("Wanda Quill", "GET /clients/{client}".substring(4)).doesNotContain("Opened a record");
        assertThat(rows("/audit?client=zyzniewski&kind=LOOK")).contains("Rosa Alvarez").doesNotContain("Added something");
        assertThat(rows("/audit?who=" + worker.account().text())).contains("Wanda Quill").doesNotContain("Rosa Alvarez");
        assertThat(rows("/audit?who=" + worker.account().text() + "&from=" + today + "&to=" + today)).contains("Wanda Quill");
        assertThat(page("/audit?who=" + worker.account().text() + "&from=" + today.plusDays(1))).contains("Nothing was found");
    }

    @Test
    void the_log_comes_page_by_page_and_no_line_is_lost() {
        var client = town.client("Paged Person");
        for (int i = 0; i < AuditLog.PAGE + 7; i++) {
            town.rosa().run(() -> transaction.executeWithoutResult(_ -> db.sql("insert into audit.entry (kind, what, client) values ('LOOK', '/paged', ?)").param(client.value()).update()));
        }
        var first = page("/audit?kind=LOOK&client=" + client.text());
        assertThat(first.split("<tr>", -1)).hasSize(AuditLog.PAGE + 2);
        var older = first.replaceAll("(?s).*href=\"(/audit\\?[^\"]*at=[^\"]*)\".*", "$1").replace("&amp;", "&");
        assertThat(page(older).split(">/paged<", -1)).hasSize(7 + 1);
    }

    @Test
    void what_cannot_be_searched_comes_back_as_the_form() {
        assertThat(town.get(town.priya(), "/audit?client=nobodyofthisname")).hasStatus(422).bodyText().contains("Nobody was found by this");
        assertThat(town.get(town.priya(), "/audit?from=yesterday")).hasStatus(422);
        assertThat(town.get(town.priya(), "/audit?who=rosa")).hasStatus(422);
        assertThat(town.get(town.priya(), java.net.URI.create("/audit?to=%2B999999999-12-31"))).hasStatus(422);
        assertThat(town.get(town.priya(), "/audit?at=yesterday")).hasRedirectedUrl("/audit");
    }

    @Test
    void the_file_holds_what_the_search_found_and_is_itself_noted() {
        var client = town.client("Filed Person");
        town.as(town.rosa(), () -> transaction.execute(_ -> db.sql("insert into audit.entry (kind, what, client, reason) values ('LOOK', '/', ?, '=cmd|calc')").param(client.value()).update()));

        var answer = town.get(town.priya(), "/audit/file?client=" + client.text());

        assertThat(answer).hasStatusOk().hasHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        assertThat(text(answer)).startsWith("id,at,who,").contains("Rosa Alvarez", client.text(), "'=cmd|calc").doesNotContain(",=cmd");
        assertThat(rows("/audit?kind=DEED&client=" + client.text())).contains("Information exported", "Priya Nair");
    }

    @Test
    void who_looks_at_themselves_colleagues_household_and_neighbours_is_asked_why() {
        var nils = town.account(Role.INTAKE, "Nils Övergård");
        town.account(Role.CASE_MANAGER, "Greta Halvorsen");
        var self = add(nils, NewClient.named("Nils", "Overgard"), "12 Fjord St");
        var wife = add(nils, NewClient.named("Solveig", "Dahl"), "");
        var neighbour = add(nils, NewClient.named("Ola", "Berg"), "12 fjord st.");
        var colleague = add(nils, NewClient.named("Greta", "Halvorsen"), "");
        var cousin = add(town.ines(), NewClient.named("Per", "Overgard"), "");
        var stranger = add(nils, NewClient.named("Anna", "Vold"), "99 Other St");
        nils.run(() -> households.join(self, wife, HouseholdRole.PARTNER));
        for (var one : List.of(self, wife, neighbour, colleague, cousin, stranger)) {
            assertThat(town.get(nils, "/clients/" + one.text())).hasStatusOk();
        }

        watch();
        watch();

        assertThat(alerts(nils)).containsExactlyInAnyOrder("OWN_RECORD " + self.value(), "HOUSEHOLD " + wife.value(), "ADDRESS " + neighbour.value(), "COLLEAGUE " + colleague.value(), "SURNAME " + cousin.value());
        assertThat(page("/alerts")).contains("Nils Övergård", "Own record", "The person has the name of somebody who works here.");
    }

    @Test
    void reading_much_more_than_on_ones_own_days_is_told_with_the_numbers() throws SQLException {
        var steady = town.account(Role.INTAKE, "Steady Reader");
        var wild = town.account(Role.INTAKE, "Wild Reader");
        for (int day = 1; day <= 12; day++) {
            looked(steady, 25, Instant.now().minus(Duration.ofDays(day)));
            looked(wild, 8, Instant.now().minus(Duration.ofDays(day)));
        }
        looked(steady, 60, noon());
        looked(wild, 60, noon());

        watch();

        assertThat(alerts(steady)).filteredOn(it -> it.startsWith("MANY")).isEmpty();
        assertThat(alerts(wild)).contains("MANY null");
        assertThat(page("/alerts")).contains("They opened 60 records that day; on half of their days of the last 30 it was 8 or fewer.");
    }

    @Test
    void an_alert_is_answered_once_in_words_and_stays_so() {
        var worker = town.account(Role.INTAKE, "Ida Selfsame");
        var self = add(worker, NewClient.named("Ida", "Selfsame"), "");
        town.get(worker, "/clients/" + self.text());
        watch();
        var path = page("/alerts").replaceAll("(?s).*Ida Selfsame.*?href=\"(/alerts/[^\"]+)\".*", "$1");

        assertThat(town.post(town.priya(), path + "/review", "state", "EXPLAINED", "words", " ")).hasStatus(422).bodyText().contains("Write what you found out");
        assertThat(town.post(town.priya(), path + "/review", "state", "OPEN", "words", "x")).hasStatus(422);
        assertThat(town.post(town.priya(), path + "/review", "state", "FOLLOWED_UP", "words", "Spoke with Ida and her supervisor.")).hasStatus(303);
        assertThat(town.post(town.priya(), path + "/review", "state", "EXPLAINED", "words", "Never mind.")).hasStatus(409).bodyText().contains("reviewed already");

        assertThat(page(path)).contains("Spoke with Ida and her supervisor.", "Followed up", "Priya Nair").doesNotContain("Never mind");
        assertThat(page("/alerts")).doesNotContain(path);
        assertThat(page("/alerts?all=true")).contains(path);
    }

    @Test
    void nobody_else_comes_in() {
        for (var who : List.of(town.rosa(), town.vera(), town.ines(), town.adam(), town.paul())) {
            for (var path : List.of("/audit", "/audit/file", "/alerts", "/alerts/" + UUID.randomUUID())) {
                assertThat(town.get(who, path)).as(who.name() + " " + path).hasStatus(403);
            }
            if (who == town.paul()) {
                assertThatThrownBy(() -> alertsSeenBy(who)).rootCause().hasMessageContaining("permission denied");
            } else {
                assertThat(alertsSeenBy(who)).as(who.name()).isZero();
            }
        }
        assertThat(town.get(town.priya(), "/alerts/" + UUID.randomUUID())).hasStatus(404);
    }

    private int alertsSeenBy(Actor who) {
        return town.as(who, () -> transaction.execute(_ -> db.sql("select count(*) from oversight.alert").query(Integer.class).single()));
    }

    private void watch() {
        Actor.machine().run(() -> watch.look(Instant.now().minus(Duration.ofHours(20))));
    }

    private List<String> alerts(Actor worker) {
        return town.as(town.priya(), () -> transaction.execute(_ -> db.sql("select kind || ' ' || coalesce(subject::text, 'null') from oversight.alert where account = ? and kind <> 'NIGHT'")
                .param(worker.account().value()).query(String.class).list()));
    }

    private ClientId add(Actor by, NewClient said, String street) {
        return by.act(() -> {
            var id = clients.add(said);
            if (!street.isEmpty()) {
                var known = clients.get(id);
                clients.reach(id, known.version(), known.contact(), known.points(), List.of(Address.home(street, "Bergen", "NJ", "07621")));
            }
            return id;
        });
    }

    private Instant noon() {
        var noon = Town.today().atTime(12, 0).atZone(Town.ZONE).toInstant();
        return noon.isAfter(Instant.now()) ? Instant.now() : noon;
    }

    /** As the owner of the tables, who alone can say a time. */
    private void looked(Actor who, int records, Instant at) throws SQLException {
        try (var connection = DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
             var statement = connection.prepareStatement("insert into audit.entry (kind, what, actor, client, at) select 'LOOK', '/clients/{client}', ?, gen_random_uuid(), ? from generate_series(1, ?)")) {
            statement.setObject(1, who.account().value());
            statement.setObject(2, at.atOffset(java.time.ZoneOffset.UTC));
            statement.setInt(3, records);
            statement.execute();
        }
    }

    private String page(String path) {
        var answer = town.get(town.priya(), path);
        assertThat(answer).hasStatusOk();
        return text(answer);
    }

    /** Only the table, without the form above it. */
    private String rows(String path) {
        return page(path).replaceAll("(?s).*<tbody>(.*)</tbody>.*", "$1");
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
