package org.casebridge.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PageTest
class ReassignmentPagesTest {

    @Autowired Town town;
    @Autowired CaseFiles cases;
    @Autowired Accounts accounts;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    @Test
    void a_whole_caseload_goes_over_with_its_open_work_or_none_of_it() throws Exception {
        var leaves = town.account(Role.CASE_MANAGER, "Lea Leaves");
        var takes = town.account(Role.CASE_MANAGER, "Tom Takes");
        var gone = town.account(Role.CASE_MANAGER, "Dora Disabled");
        town.adam().run(() -> accounts.disable(gone.account()));
        var first = open(leaves, "Moved Mia");
        var second = open(leaves, "Moved Max");
        town.post(leaves, "/clients/" + first.clientId().text() + "/tasks", "title", "Call the landlord");
        var path = "/team/" + leaves.account().text() + "/reassignment";

        assertThat(town.get(leaves, path)).hasStatus(403);
        assertThat(town.get(town.vera(), path)).hasStatusOk().bodyText().contains("Moved Mia", "Moved Max", "Tom Takes", "With all of these").doesNotContain("Dora Disabled");
        assertThat(give(path, gone, first, second)).hasStatus(422).bodyText().contains("Choose one of the workers offered.");
        assertThat(give(path, leaves, first, second)).hasStatus(422).bodyText().contains("has these cases already");
        assertThat(town.post(town.vera(), path, "worker", takes.account().text())).hasStatus(422).bodyText().contains("Choose at least one case.");
        assertThat(give(path, takes, first, open(takes, "Not Hers"))).hasStatus(422).bodyText().contains("nothing was moved");
        assertThat(carried(leaves)).containsExactlyInAnyOrder("Moved Mia", "Moved Max");

        assertThat(give(path, takes, first, second)).hasStatus(303);
        assertThat(carried(leaves)).isEmpty();
        assertThat(carried(takes)).contains("Moved Mia", "Moved Max");
        assertThat(town.get(takes, "/tasks")).bodyText().contains("Call the landlord");
        assertThat(town.get(leaves, "/clients/" + first.clientId().text())).hasStatus(404);
        assertThat(town.get(town.vera(), path)).bodyText().contains("Lea Leaves carries nobody.");
    }

    /** Two hundred and fifty are moved when somebody else changes the next one. */
    @Test
    void five_hundred_go_over_in_one_transaction_or_none() throws Exception {
        var leaves = town.account(Role.CASE_MANAGER, "Lea Large");
        var takes = town.account(Role.CASE_MANAGER, "Tom Large");
        var files = IntStream.range(0, 500).mapToObj(it -> open(leaves, "Large Caseload %03d".formatted(it))).toArray(CaseFile[]::new);
        town.vera();
        var path = "/team/" + leaves.account().text() + "/reassignment";
        var changed = new CountDownLatch(1);
        var other = Thread.ofVirtual().start(() -> leaves.run(() -> transaction.executeWithoutResult(_ -> {
            db.sql("update caseload.case_file set version = version + 1 where id = ?").param(files[250].id().value()).update();
            changed.countDown();
            untilSomebodyWaits();
        })));
        changed.await();
        assertThat(give(path, takes, files)).hasStatus(422).bodyText().contains("Someone else changed this case.");
        other.join();
        assertThat(carried(leaves)).hasSize(500);
        assertThat(carried(takes)).isEmpty();
        assertThat(town.get(takes, "/clients/" + files[0].clientId().text())).hasStatus(404);
        assertThat(town.get(leaves, "/clients/" + files[0].clientId().text())).hasStatusOk().bodyText().doesNotContain("took over the case");

        assertThat(give(path, takes, files)).hasStatus(303);
        assertThat(carried(leaves)).isEmpty();
        assertThat(carried(takes)).hasSize(500);
        assertThat(give(path, takes, files)).as("sent again").hasStatus(422).bodyText().contains("nothing was moved");
    }

    private void untilSomebodyWaits() {
        for (int i = 0; i < 600; i++) {
            if (db.sql("select exists (select from pg_locks where not granted and locktype in ('transactionid', 'tuple'))").query(Boolean.class).single()) {
                return;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("Nobody waited for the case");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult give(String path, Actor to, CaseFile... files) {
        var said = new ArrayList<>(List.of("worker", to.account().text()));
        Stream.of(files).forEach(it -> said.addAll(List.of("cases", it.id().text())));
        return town.post(town.vera(), path, said.toArray(String[]::new));
    }

    private List<String> carried(Actor worker) {
        return worker.act(() -> cases.openOf(worker.account())).stream().map(CaseLine::client).toList();
    }

    private CaseFile open(Actor worker, String name) {
        return town.as(town.vera(), () -> cases.open(town.client(name), town.program(), worker.account(), Town.today()));
    }
}
