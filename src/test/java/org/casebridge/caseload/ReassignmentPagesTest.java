package org.casebridge.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class ReassignmentPagesTest {

    @Autowired Town town;
    @Autowired CaseFiles cases;
    @Autowired Accounts accounts;

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
