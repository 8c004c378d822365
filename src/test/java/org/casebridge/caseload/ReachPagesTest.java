package org.casebridge.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.access.Role;
import org.casebridge.clients.About;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.PersonName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who reaches whose clients, because of what, until when: given and taken as cases, teams, programmes and stand-ins change. Ada carries the case, Ben works beside her. */
@PageTest
class ReachPagesTest {

    @Autowired Town town;
    @Autowired CaseFiles cases;
    @Autowired Programs programs;
    @Autowired Coverages coverages;
    @Autowired Accounts accounts;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private Actor ada;
    private Actor ben;
    private ProgramId place;
    private String placeName;
    private CaseFile file;
    private ClientId client;

    @Test
    void a_programme_that_shares_lets_all_who_work_in_it_reach_its_people_and_nobody_after_it_stops() {
        begin();
        works(ben, place);
        assertThat(status(ben)).isEqualTo(404);

        assertThat(post(town.vera(), "/programmes/" + place.text() + "/sharing", "share", "true")).isEqualTo(403);
        assertThat(post(town.adam(), "/programmes/" + place.text() + "/sharing", "share", "true")).isEqualTo(303);
        assertThat(status(ben)).isEqualTo(200);
        assertThat(reachPage(ada)).contains("Ben Achterhuis", "they work in Northgate", "Ada Thornquist", "they carry the case in Northgate", "Vera Lindqvist");
        assertThat(page(ben, "/clients")).contains("your team shares them");

        works(ben);
        assertThat(status(ben)).isEqualTo(404);
        works(ben, place);
        assertThat(status(ben)).isEqualTo(200);
        town.vera().run(() -> cases.close(client, file.id(), new CloseCase(Town.today(), CaseFile.CloseReason.MOVED, "Much", "Nothing is left")));
        assertThat(status(ben)).isEqualTo(404);
        assertThat(status(ada)).isEqualTo(200);

        assertThat(post(town.adam(), "/programmes/" + place.text() + "/sharing", "share", "false")).isEqualTo(303);
    }

    @Test
    void a_closed_programme_takes_no_case_and_is_closed_only_when_none_is_open() throws Exception {
        begin();
        var path = "/programmes/" + place.text();
        assertThat(page(town.adam(), path)).contains("1 open case");
        assertThat(post(town.adam(), path + "/closing")).isEqualTo(409);
        town.vera().run(() -> cases.close(client, file.id(), new CloseCase(Town.today(), CaseFile.CloseReason.MOVED, "Much", "Nothing is left")));
        assertThat(post(town.adam(), path + "/closing")).isEqualTo(303);

        assertThat(page(ada, "/clients/" + client.text() + "/case/new")).doesNotContain(placeName);
        assertThat(post(ada, "/clients/" + client.text() + "/case", "program", place.text(), "worker", ada.account().text(), "on", Town.today().toString())).isEqualTo(422);
        assertThat(post(town.adam(), path + "/reopening")).isEqualTo(303);
        assertThat(post(ada, "/clients/" + client.text() + "/case", "program", place.text(), "worker", ada.account().text(), "on", Town.today().toString())).isEqualTo(303);
        assertThat(post(ada, path + "/closing")).isEqualTo(403);
    }

    @Test
    void a_supervisor_reaches_the_people_of_those_they_supervise_and_their_team_where_the_agency_says_so() {
        begin();
        var cleo = town.account(Role.CASE_MANAGER, "Cleo Vandermark");
        supervises(cleo, ada);
        assertThat(status(cleo)).isEqualTo(200);
        assertThat(reachPage(ada)).contains("they supervise Ada Thornquist");
        assertThat(post(town.adam(), "/programmes/teams", "share", "false")).isEqualTo(303);
        supervises(cleo, ben);
        assertThat(status(ben)).isEqualTo(404);

        assertThat(post(town.adam(), "/programmes/teams", "share", "true")).isEqualTo(303);
        try {
            assertThat(status(ben)).isEqualTo(200);
            assertThat(reachPage(ada)).contains("they are on the team of Ada Thornquist");
            assertThat(status(town.sam())).isEqualTo(404);
        } finally {
            assertThat(post(town.adam(), "/programmes/teams", "share", "false")).isEqualTo(303);
        }
        assertThat(status(ben)).isEqualTo(404);
        supervises(null, ada);
        assertThat(status(cleo)).isEqualTo(404);
    }

    @Test
    void after_a_case_went_to_somebody_else_reach_follows_it() {
        begin();
        var cleo = town.account(Role.CASE_MANAGER, "Cleo Vandermark");
        supervises(cleo, ada);
        assertThat(post(town.vera(), "/clients/" + client.text() + "/case/" + file.id().text() + "/assignment", "worker", ben.account().text())).isEqualTo(303);
        assertThat(status(ben)).isEqualTo(200);
        assertThat(status(ada)).isEqualTo(404);
        assertThat(status(cleo)).isEqualTo(404);
    }

    @Test
    void whoever_stands_in_reaches_the_people_until_the_last_day_is_over() {
        begin();
        assertThat(post(ada, "/coverage", "standIn", ben.account().text(), "from", Town.today().toString(), "until", Town.today().plusDays(4).toString())).isEqualTo(303);
        assertThat(status(ben)).isEqualTo(200);
        assertThat(page(ben, "/coverage")).contains("Ben Achterhuis", "Ada Thornquist");
        assertThat(reachPage(ben)).contains("they stand in for Ada Thornquist");
        var ends = ada.act(() -> transaction.execute(_ -> db.sql("select ends_at from access.reach where account_id = ? and client_id = ? and because = 'coverage'")
                .params(ben.account().value(), client.value()).query((row, _) -> row.getTimestamp(1).toInstant()).single()));
        assertThat(ends).isEqualTo(Town.today().plusDays(5).atStartOfDay(Town.ZONE).toInstant());
        var later = ada.act(() -> open("Second Person"));
        assertThat(town.get(ben, "/clients/" + later.text()).getResponse().getStatus()).isEqualTo(200);

        ada.run(() -> transaction.executeWithoutResult(_ -> db.sql("update access.reach set ends_at = now() - interval '1 second' where account_id = ? and because = 'coverage'").param(ben.account().value()).update()));
        assertThat(status(ben)).isEqualTo(404);
    }

    @Test
    void a_coverage_begins_on_its_day_and_ends_before_when_somebody_says_so() {
        begin();
        assertThat(post(town.vera(), "/coverage", "absent", ada.account().text(), "standIn", ben.account().text(), "from", Town.today().plusDays(1).toString(), "until", Town.today().plusDays(3).toString())).isEqualTo(303);
        Actor.machine().run(coverages::begin);
        assertThat(status(ben)).isEqualTo(404);
        var id = id();
        ada.run(() -> transaction.executeWithoutResult(_ -> db.sql("update caseload.coverage set from_on = ? where id = ?").params(Town.today(), id).update()));
        Actor.machine().run(coverages::begin);
        assertThat(status(ben)).isEqualTo(200);

        assertThat(post(town.sam(), "/coverage/" + id + "/ending")).isEqualTo(404);
        assertThat(post(ben, "/coverage/" + id + "/ending")).isEqualTo(303);
        assertThat(status(ben)).isEqualTo(404);
    }

    @Test
    void circles_the_past_and_who_is_disabled_are_refused() throws Exception {
        begin();
        var from = Town.today().plusDays(2).toString();
        var until = Town.today().plusDays(6).toString();
        assertThat(post(ada, "/coverage", "standIn", ben.account().text(), "from", from, "until", until)).isEqualTo(303);
        var circle = town.post(ben, "/coverage", "standIn", ada.account().text(), "from", until, "until", until).getResponse();
        assertThat(circle.getStatus()).isEqualTo(422);
        assertThat(circle.getContentAsString()).contains("Ada Thornquist is away themselves then");
        var third = town.account(Role.CASE_MANAGER, "Dora Third");
        assertThat(post(third, "/coverage", "standIn", ada.account().text(), "from", from, "until", until)).isEqualTo(422);
        assertThat(post(ben, "/coverage", "standIn", third.account().text(), "from", from, "until", until)).isEqualTo(422);
        assertThat(post(ben, "/coverage", "standIn", third.account().text(), "from", Town.today().plusDays(7).toString(), "until", Town.today().plusDays(8).toString())).isEqualTo(303);

        assertThat(post(third, "/coverage", "standIn", ben.account().text(), "from", Town.today().minusDays(1).toString(), "until", until)).isEqualTo(422);
        assertThat(post(third, "/coverage", "standIn", ben.account().text(), "from", Town.today().plusDays(30).toString(), "until", Town.today().plusDays(29).toString())).isEqualTo(422);
        assertThat(post(third, "/coverage", "standIn", ben.account().text(), "from", Town.today().plusDays(30).toString(), "until", Town.today().plusDays(800).toString())).isEqualTo(422);
        assertThat(post(third, "/coverage", "standIn", third.account().text(), "from", Town.today().plusDays(30).toString(), "until", Town.today().plusDays(31).toString())).isEqualTo(422);
        assertThat(post(third, "/coverage", "standIn", town.priya().account().text(), "from", Town.today().plusDays(30).toString(), "until", Town.today().plusDays(31).toString())).isEqualTo(422);
        assertThat(post(third, "/coverage", "absent", ben.account().text(), "standIn", ada.account().text(), "from", Town.today().plusDays(30).toString(), "until", Town.today().plusDays(31).toString())).isEqualTo(422);
        assertThat(post(third, "/coverage")).isEqualTo(422);
        var gone = town.account(Role.CASE_MANAGER, "Gone Already");
        town.adam().run(() -> accounts.disable(gone.account()));
        assertThat(post(third, "/coverage", "standIn", gone.account().text(), "from", Town.today().plusDays(30).toString(), "until", Town.today().plusDays(31).toString())).isEqualTo(422);
        assertThat(post(town.priya(), "/coverage", "standIn", ben.account().text(), "from", from, "until", until)).isEqualTo(403);
    }

    @Test
    void whoever_is_disabled_reaches_nobody_by_it() {
        begin();
        assertThat(post(ada, "/coverage", "standIn", ben.account().text(), "from", Town.today().toString(), "until", Town.today().plusDays(4).toString())).isEqualTo(303);
        town.adam().run(() -> accounts.disable(ben.account()));
        assertThat(given(ben)).isZero();
        town.adam().run(() -> accounts.admit(ben.account()));
        assertThat(given(ben)).isOne();
    }

    @Test
    void the_page_tells_nobody_outside_of_a_part_2_programme() {
        begin();
        var nadia = town.account(Role.CASE_MANAGER, "Nadia Clinicworker");
        var clinic = town.as(town.vera(), () -> programs.add("Hillside Clinic " + letters(), 14, true));
        works(nadia, clinic);
        ada.run(() -> transaction.executeWithoutResult(_ -> db.sql("insert into access.reach (account_id, client_id, because) values (?, ?, 'team')").params(nadia.account().value(), client.value()).update()));
        nadia.run(() -> cases.open(client, clinic, nadia.account(), Town.today()));

        assertThat(reachPage(nadia)).contains("Nadia Clinicworker", "they carry the case in Hillside Clinic", "Ada Thornquist");
        for (var other : new Actor[] {ada, town.vera(), town.priya()}) {
            assertThat(reachPage(other)).as(other.name()).contains("Ada Thornquist").doesNotContain("Nadia", "Hillside");
        }
        assertThat(town.get(town.ines(), "/clients/" + client.text() + "/reach").getResponse().getStatus()).isEqualTo(403);
        assertThat(town.get(town.sam(), "/clients/" + client.text() + "/reach").getResponse().getStatus()).isEqualTo(404);
    }

    /** caseload.owed gives to this role alone, as the wide ones reach by custody and the others see no clients. */
    @Test
    void case_managers_are_the_only_ones_who_see_clients_one_by_one() {
        assertThat(Arrays.stream(Role.values()).filter(it -> !it.wide() && it.permissions().contains(Permission.SEE_CLIENTS))).containsExactly(Role.CASE_MANAGER);
    }

    private void begin() {
        ada = town.account(Role.CASE_MANAGER, "Ada Thornquist");
        ben = town.account(Role.CASE_MANAGER, "Ben Achterhuis");
        placeName = "Northgate " + letters();
        place = town.as(town.vera(), () -> programs.add(placeName, 14));
        client = ada.act(() -> town.clients().add(NewClient.of(PersonName.read("Ingeborg " + letters()), About.unknown())));
        file = ada.act(() -> cases.open(client, place, ada.account(), Town.today()));
    }

    private ClientId open(String name) {
        var one = town.clients().add(NewClient.of(PersonName.read(name), About.unknown()));
        cases.open(one, place, ada.account(), Town.today());
        return one;
    }

    private void works(Actor who, ProgramId... places) {
        change(who, List.of(places), null);
    }

    private void supervises(@org.jspecify.annotations.Nullable Actor supervisor, Actor worker) {
        change(worker, List.of(), supervisor);
    }

    private void change(Actor worker, List<ProgramId> places, @org.jspecify.annotations.Nullable Actor supervisor) {
        var fields = new java.util.ArrayList<String>();
        places.forEach(it -> fields.addAll(List.of("programs", it.text())));
        if (supervisor != null) {
            fields.addAll(List.of("supervisor", supervisor.account().text()));
        }
        var version = ada.act(() -> transaction.execute(_ -> db.sql("select coalesce((select version from workforce.worker where id = ?), 0)").param(worker.account().value()).query(Integer.class).single()));
        fields.addAll(List.of("version", String.valueOf(version)));
        assertThat(post(town.vera(), "/team/" + worker.account().text(), fields.toArray(String[]::new))).isEqualTo(303);
    }

    private UUID id() {
        return ada.act(() -> transaction.execute(_ -> db.sql("select id from caseload.coverage where absent = ?").param(ada.account().value()).query(UUID.class).single()));
    }

    private int given(Actor who) {
        return town.vera().act(() -> transaction.execute(_ -> db.sql("select count(*)::integer from access.reach where account_id = ? and client_id = ?").params(who.account().value(), client.value()).query(Integer.class).single()));
    }

    private int status(Actor who) {
        return town.get(who, "/clients/" + client.text()).getResponse().getStatus();
    }

    private int post(Actor who, String path, String... fields) {
        return town.post(who, path, fields).getResponse().getStatus();
    }

    private String reachPage(Actor who) {
        return page(who, "/clients/" + client.text() + "/reach");
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

    private static String letters() {
        return UUID.randomUUID().toString().substring(0, 6);
    }
}
