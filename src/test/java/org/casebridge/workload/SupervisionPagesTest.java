package org.casebridge.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.clients.ClientId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The talk of a supervisor with a worker: compiled, added to, struck, decided, closed; seen by both and nobody else. */
@PageTest
class SupervisionPagesTest {

    @Autowired Town town;
    @Autowired CaseFiles cases;
    @Autowired Supervision supervision;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private Actor sue;
    private Actor nora;
    private ClientId quiet;
    private String path;

    @BeforeEach
    void a_supervisor_with_a_worker_whose_client_went_quiet() {
        sue = town.account(Role.SUPERVISOR, "Sue Supervises");
        nora = town.account(Role.CASE_MANAGER, "Nora Supervised");
        town.supervises(sue, nora);
        quiet = town.client("Quiet Kowalski");
        town.rosa().run(() -> cases.open(quiet, town.program(), nora.account(), Town.today().minusDays(30)));
        path = "/supervision/" + nora.account().text();
    }

    @Test
    void the_agenda_is_compiled_added_to_struck_and_decided_on() throws Exception {
        assertThat(page(sue, "/supervision")).contains("Nora Supervised", " point").doesNotContain("Sam Whitfield");
        assertThat(town.post(sue, path + "/agenda")).hasStatus(303);
        assertThat(town.post(sue, path + "/agenda")).hasStatus(303);
        var talk = open();
        assertThat(talk.items()).hasSize(1);
        assertThat(page(sue, path)).contains("Quiet Kowalski", "Not reached in time: 16 days late");
        assertThat(town.post(sue, path + "/agenda/lines", "meeting", talk.id().toString(), "about", "")).hasStatus(422).bodyText().contains("Say what it is about.");
        assertThat(town.post(sue, path + "/agenda/lines", "meeting", talk.id().toString(), "about", "Leave in spring")).hasStatus(303);
        var added = open().items().stream().filter(it -> it.words().equals("Leave in spring")).findFirst().orElseThrow();
        assertThat(town.post(sue, path + "/agenda/" + added.id() + "/strike", "meeting", talk.id().toString())).hasStatus(303);
        assertThat(page(sue, path)).contains("Struck by Sue Supervises");

        assertThat(town.post(sue, path + "/decisions", "meeting", talk.id().toString(), "words", "Call on Monday", "task", "true")).hasStatus(422).bodyText().contains("A task for somebody else is about a client");
        var item = talk.items().getFirst().id().toString();
        assertThat(town.post(sue, path + "/decisions", "meeting", talk.id().toString(), "item", item, "words", "Visit them on Monday", "task", "true", "dueOn", Town.today().plusDays(2).toString())).hasStatus(303);
        assertThat(page(sue, path)).contains("Visit them on Monday", "Sue Supervises");
        assertThat(page(nora, "/one-to-one")).contains("Next talk with Sue Supervises", "Quiet Kowalski", "Visit them on Monday", "Leave in spring");
        assertThat(page(nora, "/")).contains("Visit them on Monday");
    }

    @Test
    void a_closed_talk_stays_and_takes_no_more_decisions() throws Exception {
        town.post(sue, path + "/agenda");
        var key = open().id().toString();
        assertThat(town.post(sue, path + "/agenda/closing", "meeting", key)).hasStatus(303);
        assertThat(town.post(sue, path + "/decisions", "meeting", key, "words", "Too late")).hasStatus(422).bodyText().contains("This agenda was closed meanwhile.");
        assertThat(page(sue, path)).contains("Talk of", "Quiet Kowalski").doesNotContain("Write down a decision");
        town.post(sue, path + "/agenda");
        assertThat(open().id().toString()).isNotEqualTo(key);
        assertThat(town.post(sue, path + "/decisions", "meeting", key, "words", "Too late")).hasStatus(422).bodyText().contains("This agenda was closed meanwhile.");
        assertThat(page(nora, "/one-to-one")).contains("closed");
    }

    @Test
    void nobody_but_the_two_sees_a_talk() throws Exception {
        town.post(sue, path + "/agenda");
        var key = open().id();
        town.post(sue, path + "/decisions", "meeting", key.toString(), "words", "Between the two");
        for (var other : java.util.List.of(town.vera(), town.adam(), town.priya(), town.sam(), town.rosa())) {
            for (var table : java.util.List.of("meeting where id", "agenda_item where meeting_id", "decision where meeting_id")) {
                Integer rows = other.act(() -> transaction.execute(_ -> db.sql("select count(*)::integer from workload." + table + " = ?").param(key).query(Integer.class).single()));
                assertThat(rows).as(other.name() + " " + table).isZero();
            }
        }
        assertThat(page(town.vera(), path)).doesNotContain("Between the two");
        assertThat(page(town.rosa(), "/one-to-one")).doesNotContain("Between the two");
        assertThat(page(nora, "/one-to-one")).contains("Between the two");
        assertThat(new String(town.post(town.rosa(), path + "/agenda").getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)).doesNotContain("Between the two");
        var stranger = town.account(Role.CASE_MANAGER, "Stranger Here");
        town.supervises(town.account(Role.SUPERVISOR, "Elsewhere Lead"), stranger);
        assertThat(town.post(sue, "/supervision/" + stranger.account().text() + "/agenda").getResponse().getStatus()).isEqualTo(422);
    }

    private Meeting open() {
        return sue.act(() -> supervision.talks(nora.account())).stream().filter(it -> it.closedAt() == null).findFirst().orElseThrow();
    }

    private String page(Actor who, String at) throws Exception {
        return new String(town.get(who, at).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
