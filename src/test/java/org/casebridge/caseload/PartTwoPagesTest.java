package org.casebridge.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Reach;
import org.casebridge.access.Role;
import org.casebridge.clients.About;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.PersonName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A programme that has worked for a while is put under 42 CFR Part 2: what it has recorded is labelled in the same moment. Nadia works in it and nowhere else. */
@PageTest
class PartTwoPagesTest {

    @Autowired Town town;
    @Autowired CaseFiles cases;
    @Autowired Programs programs;
    @Autowired Reach reach;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private final String mark = UUID.randomUUID().toString().substring(0, 6);
    private Actor nadia;
    private ProgramId clinic;

    @Test
    void what_is_there_already_is_labelled_and_gone_for_everybody_else_at_once() {
        begin();
        var alone = patient("Alone");
        var known = town.openCase("Known " + mark).clientId();
        town.vera().run(() -> reach.give(nadia.account(), known.value(), "team", null));
        nadia.run(() -> cases.open(known, clinic, nadia.account(), Town.today()));
        for (var client : new ClientId[] {alone, known}) {
            assertThat(town.post(nadia, "/clients/" + client.text() + "/tasks", "title", "Ask about the dose", "owner", nadia.account().text(), "priority", "NORMAL")).hasStatus(303);
        }
        town.post(town.rosa(), "/clients/" + known.text() + "/tasks", "title", "Ask for the lease", "owner", town.rosa().account().text(), "priority", "NORMAL");
        assertThat(page(town.vera(), "/clients/" + known.text() + "/case")).contains("Hillside");

        assertThat(post(town.adam(), "holdsOut", "true")).isEqualTo(422);
        assertThat(post(town.vera(), "holdsOut", "true", "assisted", "true")).isEqualTo(403);
        assertThat(page(town.adam(), path())).contains("Put it under Part 2", "42 CFR 2.11");
        assertThat(post(town.adam(), "holdsOut", "true", "assisted", "true")).isEqualTo(303);
        assertThat(page(town.adam(), path())).contains("This programme is under Part 2");

        assertThat(page(nadia, "/clients/" + alone.text())).contains("Alone " + mark, "Hillside");
        assertThat(page(nadia, "/clients/" + known.text() + "/tasks")).contains("Ask about the dose");
        for (var other : new Actor[] {town.vera(), town.ines(), town.priya()}) {
            assertThat(town.get(other, "/clients/" + alone.text()).getResponse().getStatus()).as(other.name()).isEqualTo(404);
            assertThat(page(other, "/clients?find=" + mark)).doesNotContain("Alone");
        }
        for (var other : new Actor[] {town.rosa(), town.vera()}) {
            assertThat(page(other, "/clients/" + known.text())).contains("Eastside").doesNotContain("Hillside");
            assertThat(page(other, "/clients/" + known.text() + "/case")).contains("Eastside").doesNotContain("Hillside");
            assertThat(page(other, "/clients/" + known.text() + "/tasks")).contains("Ask for the lease").doesNotContain("Ask about the dose");
        }
    }

    @Test
    void once_records_are_labelled_it_stays_under_part_2() throws Exception {
        begin();
        assertThat(post(town.adam(), "holdsOut", "true", "assisted", "true")).isEqualTo(303);
        assertThat(town.post(town.adam(), path() + "/part2/removal").getResponse().getStatus()).isEqualTo(303);
        assertThat(page(town.adam(), path())).contains("Put it under Part 2");
        assertThat(post(town.adam(), "holdsOut", "true", "assisted", "true")).isEqualTo(303);
        patient("Stays");
        var refused = town.post(town.adam(), path() + "/part2/removal").getResponse();
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString()).contains("what a patient was told holds");
        assertThat(town.post(nadia, path() + "/part2/removal").getResponse().getStatus()).isEqualTo(403);
    }

    private void begin() {
        nadia = town.account(Role.CASE_MANAGER, "Nadia Okafor");
        clinic = town.as(town.vera(), () -> programs.add("Hillside Clinic " + mark, 14));
        town.vera().run(() -> transaction.executeWithoutResult(_ ->
                db.sql("insert into caseload.program_worker (program_id, worker) values (?, ?)").params(clinic.value(), nadia.account().value()).update()));
    }

    private ClientId patient(String name) {
        var client = nadia.act(() -> town.clients().add(NewClient.of(PersonName.read(name + " " + mark), About.unknown())));
        nadia.run(() -> cases.open(client, clinic, nadia.account(), Town.today()));
        return client;
    }

    private String path() {
        return "/programmes/" + clinic.text();
    }

    private int post(Actor who, String... fields) {
        return town.post(who, path() + "/part2", fields).getResponse().getStatus();
    }

    private String page(Actor who, String path) {
        try {
            var response = town.get(who, path).getResponse();
            assertThat(response.getStatus()).as(path).isEqualTo(200);
            return response.getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
