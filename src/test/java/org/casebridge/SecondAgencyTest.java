package org.casebridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.AgencyId;
import org.casebridge.access.NewAccount;
import org.casebridge.access.Role;
import org.casebridge.clients.ClientId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two agencies keep their records in one database: nobody of the second sees anything of the first, however wide their role. */
@PageTest
class SecondAgencyTest {

    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired List<Town.Example> examples;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private final String mark = "Quillon" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    private final List<Actor> others = new ArrayList<>();
    private ClientId client;
    private String file;

    @BeforeEach
    void a_client_of_the_first_agency_and_the_people_of_a_second() {
        var opened = town.openCase("Zephyrine " + mark);
        client = opened.clientId();
        file = opened.id().text();
        for (var made : List.of("intake", "referral", "issue", "goal", "assessment", "task", "appointment")) {
            examples.stream().filter(it -> it.variable().equals(made)).findFirst().ifPresent(it -> it.key().apply(client));
        }
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).hasStatusOk().bodyText().contains(mark);

        var second = UUID.randomUUID();
        town.adam().run(() -> transaction.executeWithoutResult(_ ->
                db.sql("insert into access.agency (id, name, zone) values (?, 'Second House', 'America/Chicago')").param(second).update()));
        for (var role : Role.values()) {
            if (role != Role.MACHINE) {
                var name = "Other " + role.name();
                var id = accounts.add(new NewAccount(new AgencyId(second), "other-" + UUID.randomUUID(), name, role, "en"), Town.PASSWORD);
                others.add(accounts.get(id).actor());
            }
        }
    }

    @Test
    void no_page_about_a_client_of_another_agency_opens_for_anyone() {
        for (var who : others) {
            for (var page : List.of("", "/plan", "/referrals", "/intakes", "/intakes/new", "/advocacy", "/assessments", "/consents", "/case", "/case/new", "/tasks", "/plan/draft")) {
                var answer = town.get(who, "/clients/" + client.text() + page);
                assertThat(answer.getResponse().getStatus()).as("%s at %s", who.role(), page).isIn(403, 404);
                assertThat(answer).bodyText().doesNotContain(mark);
            }
            assertThat(town.post(who, "/clients/" + client.text() + "/case/" + file + "/assignment", "worker", who.account().text()).getResponse().getStatus()).isIn(403, 404);
        }
    }

    @Test
    void no_list_search_or_count_names_a_client_or_a_worker_of_another_agency() {
        for (var who : others) {
            for (var list : List.of("/", "/?more=5000", "/clients", "/clients?words=" + mark, "/clients?q=" + mark, "/intakes", "/referrals", "/tasks", "/appointments", "/advocacy", "/answers",
                    "/team", "/breaches", "/audit", "/alerts?all=true", "/emergencies")) {
                var answer = town.get(who, list);
                assertThat(answer.getResponse().getStatus()).as("%s at %s", who.role(), list).isLessThan(500);
                assertThat(answer).as("%s at %s", who.role(), list).bodyText().doesNotContain("Zephyrine", "Rosa Alvarez", "Sam Whitfield");
            }
        }
    }

    @Test
    void each_privacy_officer_examines_the_log_and_the_alerts_of_their_own_agency() {
        var alert = examples.stream().filter(it -> it.variable().equals("alert")).findFirst().orElseThrow().key().apply(client);
        var officer = others.stream().filter(it -> it.role() == Role.PRIVACY_OFFICER).findFirst().orElseThrow();

        assertThat(town.get(town.priya(), "/audit")).hasStatusOk().bodyText().contains("Rosa Alvarez");
        assertThat(town.get(officer, "/audit")).hasStatusOk().bodyText().contains("Other PRIVACY_OFFICER").doesNotContain("Rosa Alvarez");
        assertThat(town.get(town.priya(), "/alerts/" + alert)).hasStatusOk();
        assertThat(town.get(officer, "/alerts/" + alert)).hasStatus(404);
        assertThat(town.get(officer, "/alerts?all=true")).hasStatusOk().bodyText().doesNotContain("Busy Bee");
    }
}
