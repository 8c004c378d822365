package org.casebridge.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Reach;
import org.casebridge.access.Role;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.clients.About;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Lookalikes;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.PersonName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A restricted record is there for those named and the privacy officer, and nowhere for anybody else. Nell carries the case; Otto stands in for her. */
@PageTest
class RestrictionPagesTest {

    @Autowired Town town;
    @Autowired CaseFiles cases;
    @Autowired Reach reach;
    @Autowired Lookalikes lookalikes;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private final String family = "Zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "").toLowerCase() + "lind";
    private final LocalDate born = LocalDate.of(1950, 1, 1).plusDays(java.util.concurrent.ThreadLocalRandom.current().nextInt(18_000));
    private Actor nell;
    private Actor otto;

    @Test
    void to_whoever_is_not_named_the_record_is_nowhere_however_wide_their_role() {
        var client = client();
        var vera = town.account(Role.SUPERVISOR, "Vida Novak");
        assertThat(page(vera, "/clients?find=" + family)).contains(family);
        assertThat(people(vera)).isEqualTo(1);

        assertThat(post(vera, path(client), "people", nell.account().text())).isEqualTo(303);

        for (var other : new Actor[] {vera, town.ines(), otto, town.sam(), town.rosa()}) {
            assertThat(status(other, "/clients/" + client.text())).as(other.name()).isEqualTo(404);
            assertThat(status(other, path(client))).as(other.name()).isIn(403, 404);
            assertThat(page(other, "/clients?find=" + family)).as(other.name()).doesNotContain("Odile");
            assertThat(page(other, "/clients?quick=yes&find=" + family)).as(other.name()).doesNotContain("Odile");
            assertThat(page(other, "/clients")).as(other.name()).doesNotContain(family);
            assertThat(page(other, "/")).as(other.name()).doesNotContain(family);
            assertThat(rows(other, client)).as(other.name()).isZero();
        }
        assertThat(people(vera)).isZero();
        assertThat(people(town.ines())).isZero();

        assertThat(page(nell, "/clients/" + client.text())).contains(family, "Case opened");
        assertThat(page(nell, "/clients?find=" + family)).contains("Odile");
        assertThat(page(nell, "/clients")).contains(family);
        assertThat(people(nell)).isEqualTo(1);
    }

    @Test
    void somebody_like_them_is_added_without_a_word_and_the_privacy_officer_reads_by_whom() {
        var client = client();
        var again = NewClient.of(PersonName.legal("Odile", family), About.born(born));
        assertThat(town.sam().act(() -> lookalikes.of(again)).beyond()).isEqualTo(1);
        assertThat(post(town.vera(), path(client), "people", nell.account().text())).isEqualTo(303);

        assertThat(town.sam().act(() -> lookalikes.of(again)).any()).isFalse();
        assertThat(town.vera().act(() -> lookalikes.of(again)).any()).isFalse();
        assertThat(town.ines().act(() -> lookalikes.of(again)).any()).isFalse();
        assertThat(nell.act(() -> lookalikes.of(again)).people()).hasSize(1);
        assertThat(page(town.priya(), path(client))).contains("Perhaps added a second time", "Sam Whitfield", "Ines Duarte");
    }

    @Test
    void the_privacy_officer_sees_the_list_names_others_and_opens_it_again() {
        var client = client();
        assertThat(post(town.vera(), path(client), "people", nell.account().text())).isEqualTo(303);
        assertThat(page(town.priya(), "/restrictions")).contains(family, "Somebody would harm them", "1 person is named", "Vera Lindqvist");
        assertThat(page(town.priya(), path(client))).contains("Her brother asks for her everywhere", "Nell Hartog", "without an end");

        assertThat(town.post(town.priya(), path(client) + "/people", "person", otto.account().text()).getResponse().getStatus()).isEqualTo(303);
        assertThat(page(otto, "/clients/" + client.text())).contains(family);
        assertThat(town.post(town.priya(), path(client) + "/people/" + otto.account().text() + "/removal").getResponse().getStatus()).isEqualTo(303);
        assertThat(status(otto, "/clients/" + client.text())).isEqualTo(404);

        assertThat(town.post(town.priya(), path(client) + "/lifting", "words", "").getResponse().getStatus()).isEqualTo(422);
        assertThat(town.post(town.priya(), path(client) + "/lifting", "words", "The brother has moved abroad").getResponse().getStatus()).isEqualTo(303);
        assertThat(page(town.vera(), "/clients/" + client.text())).contains(family);
        assertThat(page(otto, "/clients/" + client.text())).contains(family);
        assertThat(page(town.priya(), "/restrictions")).doesNotContain(family);
        assertThat(page(town.vera(), path(client))).contains("Earlier restrictions", "The brother has moved abroad");
    }

    @Test
    void who_is_named_for_a_time_is_out_by_themselves_after_it() {
        var client = client();
        assertThat(post(town.vera(), path(client), "people", nell.account().text(), "until", Town.today().toString())).isEqualTo(303);
        assertThat(page(nell, "/clients/" + client.text())).contains(family);

        nell.run(() -> transaction.executeWithoutResult(_ -> {
            assertThat(db.sql("select ends_at from access.reach where client_id = ? and because = 'named'").param(client.value()).query((row, _) -> row.getTimestamp(1).toInstant()).single())
                    .isEqualTo(Town.today().plusDays(1).atStartOfDay(Town.ZONE).toInstant());
            db.sql("update access.reach set ends_at = now() - interval '1 second' where client_id = ? and because = 'named'").param(client.value()).update();
        }));
        assertThat(status(nell, "/clients/" + client.text())).isEqualTo(404);
        assertThat(people(nell)).isZero();
    }

    @Test
    void reach_that_somebody_is_given_later_waits_until_the_record_is_open_again() {
        var client = client();
        assertThat(post(town.vera(), path(client), "people", nell.account().text())).isEqualTo(303);
        nell.run(() -> reach.give(town.sam().account(), client.value(), "assigned", null));
        assertThat(status(town.sam(), "/clients/" + client.text())).isEqualTo(404);

        assertThat(town.post(town.priya(), path(client) + "/lifting", "words", "It is over").getResponse().getStatus()).isEqualTo(303);
        assertThat(status(town.sam(), "/clients/" + client.text())).isEqualTo(200);
    }

    @Test
    void an_emergency_opens_it_as_any_other() {
        var client = client();
        assertThat(post(town.vera(), path(client), "people", nell.account().text())).isEqualTo(303);
        assertThat(town.post(town.sam(), "/emergency", "name", "Odile " + family, "born", born.toString(), "reason", "LIFE_AT_RISK", "words", "She lies on the street", "hours", "1",
                "_confirm_password", Town.PASSWORD).getResponse().getStatus()).isEqualTo(303);
        assertThat(status(town.sam(), "/clients/" + client.text())).isEqualTo(200);
        assertThat(page(town.priya(), "/alerts")).contains(family);
    }

    @Test
    void who_may_not_does_not_and_what_is_missing_is_asked_for() throws Exception {
        var client = client();
        assertThat(post(nell, path(client), "people", nell.account().text())).isEqualTo(403);
        assertThat(status(nell, path(client))).isEqualTo(403);
        assertThat(post(town.adam(), path(client), "people", nell.account().text())).isEqualTo(403);
        assertThat(status(town.vera(), "/restrictions")).isEqualTo(403);

        assertThat(post(town.vera(), path(client))).isEqualTo(422);
        var refused = town.post(town.vera(), path(client), "reason", "DANGER", "words", "Kept words", "people", town.paul().account().text(), "until", "2020-01-01", "lookAgainOn", "2020-01-01").getResponse();
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("Kept words", "Choose from the people offered.");
        assertThat(post(town.vera(), path(client), "people", nell.account().text(), "until", "2020-01-01")).isEqualTo(422);
        assertThat(post(town.vera(), path(client), "people", nell.account().text(), "lookAgainOn", "2020-01-01")).isEqualTo(422);
        assertThat(status(otto, "/clients/" + client.text())).isEqualTo(200);

        assertThat(post(town.vera(), path(client), "people", nell.account().text(), "people", town.vera().account().text())).isEqualTo(303);
        assertThat(page(town.vera(), path(client))).contains("This record is restricted", "The privacy officer names others");
        assertThat(post(town.vera(), path(client), "people", nell.account().text())).isEqualTo(422);
        assertThat(town.post(town.vera(), path(client) + "/lifting", "words", "I would like to").getResponse().getStatus()).isEqualTo(403);
        assertThat(town.post(town.vera(), path(client) + "/people", "person", otto.account().text()).getResponse().getStatus()).isEqualTo(403);
    }

    @Test
    void marking_naming_and_lifting_are_in_the_audit() {
        var client = client();
        assertThat(post(town.vera(), path(client), "people", nell.account().text())).isEqualTo(303);
        assertThat(town.post(town.priya(), path(client) + "/lifting", "words", "It is over").getResponse().getStatus()).isEqualTo(303);
        java.util.List<String> noted = town.priya().act(() -> transaction.execute(_ -> db.sql("select distinct coalesce(e.what, '') || ' ' || a.name from audit.entry e join access.account a on a.id = e.actor where e.client = ? and (e.what = 'oversight.restriction' or e.record like 'custody%' or e.record like 'named%')")
                .param(client.value()).query(String.class).list()));
        assertThat(noted).contains("oversight.restriction Vera Lindqvist", "REACH_CHANGED Vera Lindqvist", "oversight.restriction Priya Nair", "REACH_CHANGED Priya Nair");
    }

    private ClientId client() {
        nell = town.account(Role.CASE_MANAGER, "Nell Hartog");
        otto = town.account(Role.CASE_MANAGER, "Otto Brandt");
        var program = town.program();
        var client = nell.act(() -> town.clients().add(NewClient.of(PersonName.legal("Odile", family), About.born(born))));
        nell.run(() -> cases.open(client, program, nell.account(), Town.today()));
        nell.run(() -> reach.give(otto.account(), client.value(), "coverage", null));
        return client;
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text() + "/restriction";
    }

    private int post(Actor who, String path, String... more) {
        var fields = new java.util.ArrayList<>(java.util.List.of("reason", "DANGER", "words", "Her brother asks for her everywhere"));
        if (!java.util.List.of(more).contains("lookAgainOn")) {
            fields.addAll(java.util.List.of("lookAgainOn", Town.today().plusMonths(3).toString()));
        }
        fields.addAll(java.util.List.of(more));
        return town.post(who, path, fields.toArray(String[]::new)).getResponse().getStatus();
    }

    /** How many people Nell carries, as the reader is told. */
    private int people(Actor reader) {
        return reader.act(() -> transaction.execute(_ -> db.sql("select coalesce(sum(people), 0)::integer from caseload.loads(access.agency()) where worker = ? and in_all")
                .param(nell.account().value()).query(Integer.class).single()));
    }

    private int rows(Actor reader, ClientId client) {
        return reader.act(() -> transaction.execute(_ -> db.sql("""
                select (select count(*) from clients.client where id = :client) + (select count(*) from clients.search_key where client_id = :client)
                     + (select count(*) from caseload.story where client_id = :client) + (select count(*) from oversight.restriction where client_id = :client)
                """).param("client", client.value()).query(Integer.class).single()));
    }

    private int status(Actor who, String path) {
        return town.get(who, path).getResponse().getStatus();
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
