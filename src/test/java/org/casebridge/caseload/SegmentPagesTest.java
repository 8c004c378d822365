package org.casebridge.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Reach;
import org.casebridge.access.Role;
import org.casebridge.clients.ClientId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a Part 2 programme writes is seen by its own people, and nobody else sees that something was left out. Nadia works in such a programme and nowhere else. */
@PageTest
class SegmentPagesTest {

    @Autowired Town town;
    @Autowired Programs programs;
    @Autowired CaseFiles cases;
    @Autowired Reach reach;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private Actor nadia;
    private ProgramId clinic;

    @BeforeEach
    void a_clinic() {
        nadia = town.account(Role.CASE_MANAGER, "Nadia Okafor");
        clinic = town.as(town.vera(), () -> programs.add("Riverside Clinic " + java.util.UUID.randomUUID().toString().substring(0, 6), 14, true));
        town.vera().run(() -> transaction.executeWithoutResult(_ ->
                db.sql("insert into caseload.program_worker (program_id, worker) values (?, ?)").params(clinic.value(), nadia.account().value()).update()));
    }

    @Test
    void somebody_known_to_the_clinic_alone_is_known_to_nobody_else_however_wide_their_role() {
        var client = patient("Quillon Abernathy");

        assertThat(page(nadia, "/clients/" + client.text())).contains("Quillon Abernathy");
        assertThat(page(nadia, "/clients?find=Quillon")).contains("Quillon Abernathy");
        for (var other : new Actor[] {town.vera(), town.ines(), town.priya(), town.rosa()}) {
            assertThat(town.get(other, "/clients/" + client.text()).getResponse().getStatus()).isEqualTo(404);
            assertThat(page(other, "/clients?find=Quillon")).doesNotContain("Abernathy");
        }
    }

    @Test
    void beside_another_programme_the_person_is_known_to_both_and_the_clinics_rows_to_the_clinic() {
        var client = town.openCase("Perpetua Lindgren").clientId();
        joins(client);
        town.post(nadia, "/clients/" + client.text() + "/tasks", "title", "Ask about the dose", "owner", nadia.account().text(), "priority", "NORMAL");

        assertThat(page(nadia, "/clients/" + client.text())).contains("Riverside Clinic");
        assertThat(page(nadia, "/clients/" + client.text() + "/case")).contains("Riverside Clinic", "Eastside");
        assertThat(page(nadia, "/clients/" + client.text() + "/tasks")).contains("Ask about the dose");
        for (var other : new Actor[] {town.rosa(), town.vera()}) {
            assertThat(page(other, "/clients/" + client.text())).contains("Perpetua Lindgren", "Eastside").doesNotContain("Riverside");
            assertThat(page(other, "/clients/" + client.text() + "/case")).contains("Eastside").doesNotContain("Riverside");
            assertThat(page(other, "/clients/" + client.text() + "/tasks")).doesNotContain("Ask about the dose");
        }
    }

    @Test
    void a_consent_that_names_somebody_opens_the_rows_and_its_end_closes_them() {
        var client = town.openCase("Ottoline Drayton").clientId();
        joins(client);
        Actor.machine().run(() -> reach.give(town.rosa().account(), client.value(), "consent", Town.today().plusDays(30), true));
        assertThat(page(town.rosa(), "/clients/" + client.text())).contains("Riverside");

        town.vera().run(() -> reach.take(town.rosa().account(), client.value(), "consent"));
        assertThat(page(town.rosa(), "/clients/" + client.text())).contains("Ottoline Drayton").doesNotContain("Riverside");
    }

    @Test
    void once_another_programme_knows_the_person_their_name_is_no_longer_the_clinics_alone() {
        var client = patient("Zebulon Fairweather");
        var eastside = town.program();
        nadia.run(() -> cases.open(client, eastside, town.rosa().account(), Town.today()));

        assertThat(page(town.rosa(), "/clients/" + client.text())).contains("Zebulon Fairweather", "Eastside").doesNotContain("Riverside");
        assertThat(page(town.vera(), "/clients?find=Zebulon")).contains("Fairweather");
    }

    @Test
    void only_its_own_people_open_a_case_in_it() {
        var client = town.openCase("Leopold Achterberg").clientId();
        assertThat(page(town.vera(), "/clients/" + client.text() + "/case/new")).doesNotContain("Riverside Clinic");
        assertThat(town.post(town.vera(), "/clients/" + client.text() + "/case", "program", clinic.text(), "worker", nadia.account().text(), "on", Town.today().toString())
                .getResponse().getStatus()).isIn(403, 422);
    }

    @Test
    void counts_of_a_workers_people_leave_out_whom_one_may_not_know() {
        var client = patient("Marguerite Osei-Tutu");
        nadia.run(() -> cases.open(client, clinic, nadia.account(), Town.today()));

        assertThat(people(nadia)).isEqualTo(1);
        assertThat(people(town.vera())).isZero();
    }

    @Test
    void once_it_has_records_a_programme_stays_what_it_is() {
        var client = patient("Cosima Vandermeer");
        nadia.run(() -> cases.open(client, clinic, nadia.account(), Town.today()));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> town.vera().run(() -> transaction.executeWithoutResult(_ ->
                db.sql("update caseload.program set part2 = false where id = ?").param(clinic.value()).update()))).hasMessageContaining("stays under Part 2");
    }

    private int people(Actor who) {
        return who.act(() -> transaction.execute(_ -> db.sql("select coalesce(sum(people), 0)::integer from caseload.loads(access.agency()) where worker = ? and in_all")
                .param(nadia.account().value()).query(Integer.class).single()));
    }

    private ClientId patient(String name) {
        return nadia.act(() -> town.clients().add(org.casebridge.clients.NewClient.of(org.casebridge.clients.PersonName.read(name), org.casebridge.clients.About.unknown())));
    }

    private void joins(ClientId client) {
        town.vera().run(() -> reach.give(nadia.account(), client.value(), "team", null));
        nadia.run(() -> cases.open(client, clinic, nadia.account(), Town.today()));
    }

    private String page(Actor who, String path) {
        try {
            var response = town.get(who, path).getResponse();
            assertThat(response.getStatus()).as(path).isEqualTo(200);
            return response.getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
