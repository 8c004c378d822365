package org.casebridge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Role;
import org.casebridge.caseload.CaseFile;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.caseload.CloseCase;
import org.casebridge.clients.ClientId;
import org.casebridge.messaging.Contact;
import org.casebridge.messaging.Contacts;
import org.casebridge.messaging.Mode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is due, asked of PostgreSQL; Rosa's programme asks for a contact every 14 days, and her cases opened 30 days ago. */
@PageTest
class MonitoringTest {

    @Autowired Town town;
    @Autowired Monitoring monitoring;
    @Autowired Contacts contacts;
    @Autowired CaseFiles cases;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    @Test
    void only_a_contact_that_reached_the_client_moves_the_due_day() {
        var client = town.openCase("Quiet Person").clientId();
        var today = Town.today();
        assertThat(cadence(client).dueOn(town.rosa().zone())).isEqualTo(Town.today().minusDays(16));

        contact(client, 12, Contact.Party.CLIENT, Contact.Outcome.REACHED);
        contact(client, 5, Contact.Party.CLIENT, Contact.Outcome.NO_ANSWER);
        contact(client, 4, Contact.Party.CLIENT, Contact.Outcome.LEFT_MESSAGE);
        contact(client, 2, Contact.Party.PROVIDER, Contact.Outcome.REACHED);
        contact(client, 20, Contact.Party.CLIENT, Contact.Outcome.REFUSED);

        assertThat(cadence(client).dueOn(town.rosa().zone())).isEqualTo(today.plusDays(2));
        assertThat(cadence(client).attempts()).isEqualTo(2);
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText()
                .contains("Next contact by", "Every 14 days · last reached 12 days ago · 2 attempts since", "Add note");
    }

    @Test
    void whoever_is_late_or_due_this_week_stands_on_my_day_and_nobody_else() {
        var nora = town.account(Role.CASE_MANAGER, "Nora Ito");
        var late = open(nora, "Late Person");
        var fresh = open(nora, "Fresh Person");
        town.as(nora, () -> monitoring.record(fresh, said(0, Contact.Party.CLIENT, Contact.Outcome.REACHED), "", true, List.of(), null));

        assertThat(town.get(nora, "/")).bodyText().contains("One person needs you first.", "Late Person", "Contact due",
                "Every 14 days · never reached since the case opened on", "2 days late", "/clients/" + late.text() + "/contacts/new").doesNotContain("/clients/" + fresh.text() + "/contacts/new");
        assertThat(town.get(town.sam(), "/")).bodyText().doesNotContain("Late Person");
    }

    @Test
    void the_dead_and_the_closed_are_not_called_for() {
        var nora = town.account(Role.CASE_MANAGER, "Nora Rey");
        var dead = open(nora, "Dead Person");
        nora.run(() -> transaction.executeWithoutResult(_ -> db.sql("update clients.client set deceased = true where id = ?").param(dead.value()).update()));
        var closed = open(nora, "Closed Person");
        nora.run(() -> cases.close(closed, cases.openOf(closed).orElseThrow().id(),
                new CloseCase(Town.today(), CaseFile.CloseReason.MOVED, "A start", "")));

        assertThat(town.get(nora, "/")).bodyText().doesNotContain("Contact due");
    }

    @Test
    void java_and_sql_agree_on_who_was_reached_and_who_was_sought() {
        var client = town.openCase("Any Person").clientId();
        var reached = new ArrayList<java.util.UUID>();
        var attempted = new ArrayList<java.util.UUID>();
        for (var party : Contact.Party.values()) {
            for (var outcome : Contact.Outcome.values()) {
                for (var struck : List.of(true, false)) {
                    var it = contact(client, 3, party, outcome);
                    if (struck) {
                        town.rosa().run(() -> contacts.strike(client, it.id(), "A slip"));
                    }
                    var kept = town.as(town.rosa(), () -> contacts.line(client, it.id())).contact();
                    assertThat(kept.reached() && (kept.attempted() || kept.collateral())).isFalse();
                    (kept.reached() ? reached : kept.attempted() ? attempted : new ArrayList<java.util.UUID>()).add(kept.id().value());
                }
            }
        }
        town.rosa().run(() -> transaction.executeWithoutResult(_ -> {
            assertThat(db.sql("select id from messaging.reached where client_id = ?").param(client.value()).query(java.util.UUID.class).list()).hasSameElementsAs(reached).hasSize(1);
            assertThat(db.sql("select id from messaging.attempted where client_id = ?").param(client.value()).query(java.util.UUID.class).list()).hasSameElementsAs(attempted).hasSize(5);
        }));
    }

    @Test
    void a_draft_of_more_than_three_days_waits_on_its_authors_day() {
        var nora = town.account(Role.CASE_MANAGER, "Nora Bell");
        var client = open(nora, "Some Person");
        town.as(nora, () -> monitoring.record(client, said(0, Contact.Party.CLIENT, Contact.Outcome.REACHED), "To be finished", false, List.of(), null));
        assertThat(town.get(nora, "/")).bodyText().doesNotContain("Note to sign");

        nora.run(() -> transaction.executeWithoutResult(_ -> db.sql("update messaging.note set written_at = written_at - interval '5 days' where client_id = ?").param(client.value()).update()));

        assertThat(town.get(nora, "/")).bodyText().contains("Note to sign", "notes are signed within 3 days", "2 days late", "Open note");
    }

    private Cadence cadence(ClientId client) {
        return town.as(town.rosa(), () -> monitoring.cadence(client)).orElseThrow();
    }

    private ClientId open(org.casebridge.access.Actor worker, String name) {
        var client = town.client(name);
        town.rosa().run(() -> cases.open(client, town.program(), worker.account(), Town.today().minusDays(16)));
        return client;
    }

    private Contact contact(ClientId client, int daysAgo, Contact.Party party, Contact.Outcome outcome) {
        return town.as(town.rosa(), () -> monitoring.record(client, said(daysAgo, party, outcome), "", true, List.of(), null));
    }

    private static Contact.Said said(int daysAgo, Contact.Party party, Contact.Outcome outcome) {
        return new Contact.Said(Instant.now().minus(Duration.ofDays(daysAgo)), Mode.PHONE, Contact.Direction.OUTGOING, party, party == Contact.Party.CLIENT ? "" : "Dr. Shah", 10, outcome);
    }
}
