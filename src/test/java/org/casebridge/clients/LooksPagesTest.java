package org.casebridge.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.audit.Looks;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@PageTest
class LooksPagesTest {

    @Autowired Town town;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    @Test
    void the_privacy_officer_reads_who_looked_at_what_and_why_they_can() {
        var client = town.openCase("Jerome Asante").clientId();
        town.get(town.rosa(), path(client));
        town.get(town.rosa(), path(client) + "/advocacy/new");
        town.get(town.vera(), path(client) + "/case");
        town.get(town.sam(), path(client));

        var page = text(town.get(town.priya(), path(client) + "/looks"));

        assertThat(page).contains("Rosa Alvarez", "Story", "Advocacy", "they carry or carried a case", "Vera Lindqvist", "their role reaches everybody")
                .doesNotContain("Sam Whitfield");
        assertThat(text(town.get(town.priya(), path(client) + "/looks"))).contains("Priya Nair", "Who looked");
        town.get(town.rosa(), path(client) + "/household");
        town.get(town.rosa(), path(client) + "/supports/new");
        assertThat(text(town.get(town.priya(), path(client) + "/looks"))).contains("Household", "People who support them").doesNotContain("A page of the record");
    }

    @Test
    void a_list_that_showed_many_says_so() {
        var client = town.openCase("Ana Pereira").clientId();
        see(client, "/clients", client.value(), UUID.randomUUID(), UUID.randomUUID());

        assertThat(text(town.get(town.priya(), path(client) + "/looks"))).contains("A list with 2 other people");
    }

    @Test
    void many_looks_come_page_by_page() {
        var client = town.openCase("Grace Obi").clientId();
        for (int i = 0; i < Looks.PAGE + 3; i++) {
            see(client, "/clients/{client}", client.value());
        }
        var first = text(town.get(town.priya(), path(client) + "/looks"));
        assertThat(first.split("<tr><td>", -1)).hasSize(Looks.PAGE + 1);
        var older = first.replaceAll("(?s).*href=\"([^\"]*looks\\?before=[^\"]*)\".*", "$1");
        assertThat(text(town.get(town.priya(), older)).split("<tr><td>", -1)).hasSize(3 + 1);
    }

    @Test
    void changes_are_told_by_who_and_field_and_never_by_value() {
        var file = town.openCase("Paul Novak");
        town.post(town.vera(), path(file.clientId()) + "/case/" + file.id().text() + "/assignment", "worker", town.sam().account().text());

        var page = text(town.get(town.priya(), path(file.clientId()) + "/looks/changes"));

        assertThat(page).contains("Vera Lindqvist changed something · Case", "worker", "Rosa Alvarez added something · Case", "Rosa Alvarez added something · Person")
                .doesNotContain(town.sam().account().text());
    }

    @Test
    void the_client_can_be_told_in_plain_words_in_their_language() {
        var file = town.openCase("Told Person");
        town.get(town.rosa(), path(file.clientId()) + "/contacts");
        town.get(town.sam(), path(file.clientId()));
        town.rosa().run(() -> transaction.executeWithoutResult(_ -> db.sql("insert into audit.entry (kind, what, client) values ('DEED', 'DISCLOSURE', ?)").param(file.clientId().value()).update()));

        var english = text(town.get(town.priya(), path(file.clientId()) + "/looks/told"));
        var spanish = text(town.get(town.priya(), path(file.clientId()) + "/looks/told?language=es"));

        assertThat(english).contains("Who used the record of Told Person", "Rosa Alvarez", "saw: Contacts", "wrote or changed: ", "gave information to somebody outside", "Sam Whitfield",
                "tried to see something and was not let in").doesNotContain(town.rosa().account().text(), "DISCLOSURE", "/clients/{client}");
        assertThat(spanish).contains("Quién usó el expediente de Told Person", "vio: Contactos", "dio información a alguien de fuera");
    }

    @Test
    void nobody_else_reads_it() {
        var client = town.openCase("Lena Fischer").clientId();
        for (var who : List.of(town.rosa(), town.sam(), town.vera(), town.ines(), town.adam(), town.paul())) {
            assertThat(town.get(who, path(client) + "/looks")).as(who.name()).hasStatus(403);
            assertThat(town.get(who, path(client) + "/looks/changes")).as(who.name()).hasStatus(403);
            assertThat(town.get(who, path(client) + "/looks/told")).as(who.name()).hasStatus(403);
        }
        assertThat(text(town.get(town.rosa(), path(client)))).doesNotContain("Who looked");
        assertThat(town.get(town.priya(), path(client) + "/advocacy")).hasStatus(403);
        assertThat(town.get(town.priya(), "/clients/" + UUID.randomUUID() + "/looks")).hasStatus(404);
        assertThat(town.get(town.priya(), path(client) + "/looks?before=yesterday")).hasRedirectedUrl(path(client) + "/looks");
    }

    private void see(ClientId client, String page, UUID... clients) {
        town.as(town.rosa(), () -> transaction.execute(_ -> db.sql("insert into audit.entry (kind, what, client, others) values ('LOOK', ?, ?, ?)")
                .params(page, clients.length == 1 ? clients[0] : null, clients.length == 1 ? null : clients).update()));
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text();
    }

    private static String text(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
