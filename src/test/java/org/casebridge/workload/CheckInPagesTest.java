package org.casebridge.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.fault.Superuser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody answers to themselves stays theirs: by page, by search, by export, in the log, and in the database under every role that the application steps into. */
@PageTest
class CheckInPagesTest {

    @Autowired Town town;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired Superuser superuser;

    @Test
    void nobody_else_reads_a_check_in_in_any_way() throws Exception {
        var nora = town.account(Role.CASE_MANAGER, "Nora Private");
        var vera = town.account(Role.SUPERVISOR, "Vera Private");
        town.supervises(vera, nora);
        var mark = "Quillwort" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        assertThat(town.post(nora, "/check-in", "heavy", "", "rested", "NO", "someone", "NO", "words", mark)).hasStatus(422).bodyText().contains("Choose one answer.");
        assertThat(town.post(nora, "/check-in", "heavy", "TOO_HEAVY", "rested", "NO", "someone", "SOMETIMES", "words", "Fewer " + mark)).hasStatus(303);
        assertThat(page(nora, "/check-in")).contains(mark, "Work: Too heavy.");

        var worker = nora.account().text();
        for (var other : List.of(vera, town.vera(), town.adam(), town.priya(), town.sam())) {
            for (var path : List.of("/check-in", "/team", "/team/" + worker, "/load/" + worker, "/loads", "/audit", "/audit?find=" + mark, "/clients?find=" + mark, "/clients?q=" + mark, "/search?q=" + mark, "/", "/alerts", "/accounts",
                    "/audit/export", "/audit.csv", "/load?find=" + mark)) {
                assertThat(new String(town.get(other, path).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)).as(other.name() + " " + path).doesNotContain("Fewer " + mark);
            }
            assertThat(rows(other, nora)).as(other.name()).isZero();
        }
        assertThat(rows(Actor.machine(), nora)).isZero();
        assertThat(rows(nora, nora)).isOne();

        var key = nora.act(() -> transaction.execute(_ -> db.sql("select id from workload.check_in where worker = ?").param(nora.account().value()).query(UUID.class).single()));
        assertThat(town.post(town.vera(), "/check-in/" + key + "/removal").getResponse().getStatus()).isEqualTo(404);
        assertThat(rows(nora, nora)).isOne();
        assertThat(holds(mark)).as("tables that hold the words").containsExactly("workload.check_in");

        assertThat(town.post(nora, "/check-in/" + key + "/removal")).hasStatus(303);
        assertThat(rows(nora, nora)).isZero();
        assertThat(holds(mark)).as("tables that still hold the words").isEmpty();
    }

    @Test
    void nobody_writes_one_for_somebody_else() {
        var nora = town.account(Role.CASE_MANAGER, "Nora Written");
        for (var other : List.of(town.vera(), town.adam(), town.sam())) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> other.run(() -> transaction.executeWithoutResult(_ ->
                    db.sql("insert into workload.check_in values (?, ?, now(), 'LIGHT', 'YES', 'YES', '')").params(UUID.randomUUID(), nora.account().value()).update())))).rootCause().hasMessageContaining("row-level security");
        }
    }

    /** As the database answers them, whatever the application would ask. */
    private int rows(Actor who, Actor worker) {
        return who.act(() -> transaction.execute(_ -> db.sql("select count(*)::integer from workload.check_in where worker = ?").param(worker.account().value()).query(Integer.class).single()));
    }

    /** Every table of ours in which any row holds the words, past all policies. */
    private List<String> holds(String words) {
        return superuser.ask(all -> all.sql("select t.schemaname || '.' || t.tablename from pg_tables t where t.schemaname not in ('pg_catalog', 'information_schema') order by 1").query(String.class).list().stream()
                .filter(table -> all.sql("select exists (select from %s t where t::text like '%%' || ? || '%%')".formatted(table)).param(words).query(Boolean.class).single()).toList());
    }

    private String page(Actor who, String path) throws Exception {
        return new String(town.get(who, path).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
