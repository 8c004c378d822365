package org.casebridge.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Reach;
import org.casebridge.clients.About;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.PersonName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A closed door opens in an emergency: for one person, for hours, with a reason, and the privacy officer knows at once. */
@PageTest
class EmergencyPagesTest {

    @Autowired Town town;
    @Autowired Reach reach;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private final LocalDate born = LocalDate.of(1979, 4, 12);
    private final String name = "Thaddeus " + letters();

    @Test
    void a_worker_opens_one_record_sees_the_banner_and_closes_it() throws Exception {
        var client = client();
        var other = town.client("Somebody Else").text();
        assertThat(status(town.sam(), path(client))).isEqualTo(404);

        assertThat(open(town.sam(), "hours", "2")).isEqualTo(303);
        assertThat(page(town.sam(), path(client))).contains(name, "Open in an emergency until");
        assertThat(page(town.sam(), path(client) + "/case")).contains("Open in an emergency until");
        assertThat(status(town.sam(), "/clients/" + other)).isEqualTo(404);
        assertThat(page(town.rosa(), path(client))).doesNotContain("Open in an emergency until");

        assertThat(town.post(town.sam(), path(client) + "/emergency/ending").getResponse().getStatus()).isEqualTo(303);
        assertThat(status(town.sam(), path(client))).isEqualTo(404);
    }

    @Test
    void the_privacy_officer_is_told_at_once_and_has_72_hours() throws Exception {
        var client = client();
        assertThat(open(town.sam(), "hours", "1")).isEqualTo(303);

        assertThat(page(town.priya(), "/alerts")).contains(name, "Opened in an emergency", "Your answer is due");
        assertThat(page(town.priya(), "/emergencies")).contains(name, "Found on the street, not answering");
        assertThat(status(town.sam(), "/emergencies")).isEqualTo(403);
        assertThat(reached(town.sam(), client)).isTrue();
    }

    @Test
    void it_ends_by_itself() {
        var client = client();
        assertThat(open(town.sam(), "hours", "3")).isEqualTo(303);
        town.sam().run(() -> transaction.executeWithoutResult(_ -> db.sql("update access.reach set ends_at = now() - interval '1 second' where client_id = ? and because = 'break_glass'")
                .param(client.value()).update()));
        assertThat(status(town.sam(), path(client))).isEqualTo(404);
    }

    @Test
    void more_than_three_hours_no_reason_or_no_exact_person_open_nothing() throws Exception {
        var client = client();
        assertThat(open(town.sam(), "hours", "4")).isEqualTo(422);
        assertThat(open(town.sam(), "hours", "1", "words", "")).isEqualTo(422);
        assertThat(open(town.sam(), "hours", "1", "born", "1979-04-13")).isEqualTo(422);
        assertThat(status(town.sam(), path(client))).isEqualTo(404);
        assertThat(status(town.priya(), "/emergency")).isEqualTo(403);
        assertThat(town.post(town.adam(), "/emergency", "name", name).getResponse().getStatus()).isEqualTo(403);
    }

    @Test
    void without_a_bona_fide_medical_emergency_and_its_record_part_2_rows_stay_shut() throws Exception {
        var client = client();
        var segment = UUID.randomUUID();
        label(client, segment);

        assertThat(open(town.sam(), "hours", "1")).isEqualTo(303);
        assertThat(page(town.sam(), path(client))).doesNotContain("Dose was changed");
        assertThat(open(town.sam(), "hours", "1", "reason", "MEDICAL", "part2", "true")).isEqualTo(422);
        assertThat(open(town.sam(), "hours", "1", "reason", "CHILD_AT_RISK", "part2", "true", "personnel", "Dr. Amara Eze", "affiliation", "Mercy Hospital", "nature", "Overdose")).isEqualTo(422);
        assertThat(open(town.sam(), "hours", "1", "reason", "MEDICAL", "part2", "true", "personnel", "Dr. Amara Eze", "affiliation", "Mercy Hospital", "nature", "Overdose")).isEqualTo(303);
        assertThat(page(town.sam(), path(client))).contains("Dose was changed");
        assertThat(page(town.priya(), "/emergencies")).contains("Dr. Amara Eze", "Mercy Hospital", "Overdose");
    }

    @Test
    void nothing_leaves_the_house_from_a_record_that_is_open_in_an_emergency() {
        var client = client();
        assertThat(open(town.sam(), "hours", "1")).isEqualTo(303);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> town.sam().run(() -> reach.refuseInEmergency(client.value()))).hasMessageContaining("nothing can be sent");
        town.rosa().run(() -> reach.refuseInEmergency(client.value()));
    }

    private void label(ClientId client, UUID segment) {
        town.rosa().run(() -> transaction.executeWithoutResult(_ -> db.sql("""
                insert into caseload.story (id, client_id, at, kind, what) values (?, ?, now(), 'CASE', '["Dose was changed"]')
                """).params(UUID.randomUUID(), client.value()).update()));
        try (var owner = java.sql.DriverManager.getConnection(login.getJdbcUrl(), login.getUsername(), login.getPassword());
             var statement = owner.prepareStatement("alter table caseload.story disable trigger user; update caseload.story set segment = '%s' where client_id = '%s'; alter table caseload.story enable trigger user".formatted(segment, client.text()))) {
            statement.execute();
        } catch (java.sql.SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    @Autowired org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails login;

    private ClientId client() {
        return town.client(NewClient.of(PersonName.read(name), About.born(born)));
    }

    private int open(Actor who, String... more) {
        var fields = new java.util.LinkedHashMap<String, String>();
        for (var pair : new String[][] {{"name", name}, {"born", born.toString()}, {"reason", "LIFE_AT_RISK"}, {"words", "Found on the street, not answering"}, {"_confirm_password", Town.PASSWORD}}) {
            fields.put(pair[0], pair[1]);
        }
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return town.post(who, "/emergency", fields.entrySet().stream().flatMap(it -> java.util.stream.Stream.of(it.getKey(), it.getValue())).toArray(String[]::new)).getResponse().getStatus();
    }

    private boolean reached(Actor who, ClientId client) {
        return who.act(() -> reach.reaches(client.value()));
    }

    private int status(Actor who, String path) {
        return town.get(who, path).getResponse().getStatus();
    }

    private String page(Actor who, String path) throws Exception {
        var response = town.get(who, path).getResponse();
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return response.getContentAsString();
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text();
    }

    private static String letters() {
        return "Q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "wick";
    }
}
