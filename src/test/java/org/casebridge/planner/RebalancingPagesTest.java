package org.casebridge.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.clients.ClientId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A team's cases are shared by few moves, each with its reason; the supervisor decides, and it happens whole or not at all. Each test has a team of its own. */
@PageTest
class RebalancingPagesTest {

    @Autowired Town town;
    @Autowired Rebalancings rebalancings;
    @Autowired CaseFiles cases;
    @Autowired Accounts accounts;

    @Test
    void whoever_is_above_red_gives_away_and_the_page_says_what_moves_and_why() {
        var lead = town.account(Role.SUPERVISOR, "Lia Lead");
        var full = worker(lead, "Fritz Full");
        var free = worker(lead, "Frida Free");
        carry(full, 46);
        assertThat(town.get(lead, "/team-sharing")).bodyText().contains("Loads now", "115 %", "Far too much", "Propose how to share them").doesNotContain("Make the chosen moves");
        var page = body(town.get(lead, "/team-sharing?propose=true"));
        assertThat(page).contains("Loads before and after", "Fritz Full carries 115 % and then", "with them for 30 days", "Make the chosen moves");
        var team = town.as(lead, () -> rebalancings.of(java.util.Set.of(), true));
        assertThat(team.loads()).allSatisfy(it -> assertThat(it.after()).isLessThanOrEqualTo(110));
        assertThat(team.after()).isLessThan(team.before());
        assertThat(decide(lead, page, "reason", "")).hasStatus(422).bodyText().contains("Give a reason.");
        assertThat(open(free)).isZero();
        assertThat(decide(lead, page, "reason", "Fritz cannot carry them all")).hasStatus(303);
        assertThat(open(free)).isEqualTo(team.moves().size());
        assertThat(open(full)).isEqualTo(46 - team.moves().size());
        assertThat(town.get(lead, "/team-sharing")).bodyText().contains("How the team was shared before", "Fritz cannot carry them all", "by Lia Lead");
        assertThat(decide(lead, page, "reason", "Again")).as("of caseloads that are gone").hasStatus(422).bodyText().contains("The caseloads changed since this was proposed, and nothing was moved.");
        assertThat(open(free)).isEqualTo(team.moves().size());
    }

    @Test
    void what_is_pinned_and_whose_language_nobody_else_speaks_stays() {
        var lead = town.account(Role.SUPERVISOR, "Lia Pins");
        var full = worker(lead, "Piet Pinned");
        worker(lead, "Paul Other");
        var clients = carry(full, 12);
        var first = town.as(lead, () -> cases.of(clients.getFirst())).getFirst().id();
        clients.subList(1, 4).forEach(it -> town.speaks(it, "en"));
        var team = town.as(lead, () -> rebalancings.of(java.util.Set.of(first), true));
        assertThat(team.cases()).filteredOn(it -> it.pinned()).singleElement().satisfies(it -> assertThat(it.id()).isEqualTo(first));
        assertThat(team.moves()).as("30 percent against none is worth moves").isNotEmpty().noneMatch(it -> it.id().equals(first));
        assertThat(town.get(lead, "/team-sharing?propose=true&pin=" + first.text())).bodyText().contains("Propose again with what is pinned");
    }

    @Test
    void some_of_the_moves_can_be_chosen_and_nonsense_moves_nothing() {
        var lead = town.account(Role.SUPERVISOR, "Lia Some");
        var full = worker(lead, "Sven Some");
        var free = worker(lead, "Sara Some");
        carry(full, 20);
        var page = body(town.get(lead, "/team-sharing?propose=true"));
        var moves = values(page, "move");
        assertThat(moves).hasSizeGreaterThan(2);
        var seen = values(page, "seen").getFirst();
        assertThat(town.post(lead, "/team-sharing", "seen", seen, "reason", "Test")).hasStatus(422).bodyText().contains("Choose at least one move.");
        var swapped = moves.getFirst().split(" ");
        for (var wrong : List.of("x", swapped[0] + " " + swapped[2] + " " + swapped[1], swapped[0] + " " + swapped[1] + " " + town.rosa().account().text(), swapped[0] + " " + swapped[1] + " " + swapped[1])) {
            assertThat(town.post(lead, "/team-sharing", "seen", seen, "reason", "Test", "move", moves.get(1), "move", wrong)).as(wrong).hasStatus(422).bodyText().contains("Choose one of the answers offered.");
        }
        assertThat(open(free)).as("nothing is half moved").isZero();
        assertThat(town.post(lead, "/team-sharing", "seen", seen, "reason", "Two will do", "move", moves.get(0), "move", moves.get(1), "proposed", "9")).hasStatus(303);
        assertThat(open(free)).isEqualTo(2);
    }

    @Test
    void when_all_are_over_red_it_is_said_and_a_disabled_worker_gets_nothing() {
        var lead = town.account(Role.SUPERVISOR, "Lia Over");
        var one = worker(lead, "Olaf Over");
        var two = worker(lead, "Otto Over");
        var gone = worker(lead, "Gerd Gone");
        carry(one, 48);
        carry(two, 46);
        town.adam().run(() -> accounts.disable(gone.account()));
        var page = body(town.get(lead, "/team-sharing?propose=true"));
        assertThat(page).contains("Somebody stays above 110 %", "More people or fewer cases are needed.").doesNotContain("Gerd Gone");
    }

    @Test
    void a_team_of_one_has_nobody_to_move_to_and_a_case_manager_may_not_decide() {
        var lead = town.account(Role.SUPERVISOR, "Lia Lone");
        worker(lead, "Uwe Alone");
        assertThat(town.get(lead, "/team-sharing")).hasStatus(200).bodyText().contains("Your team has nobody else to whom a case could move.");
        assertThat(town.post(lead, "/team-sharing", "seen", "x", "move", "x", "reason", "Test")).hasStatus(422).bodyText().contains("Your team has nobody else to whom a case could move.");
        assertThat(town.get(town.rosa(), "/team-sharing")).hasStatus(403);
    }

    private Actor worker(Actor lead, String name) {
        var worker = town.account(Role.CASE_MANAGER, name);
        town.supervises(lead, worker);
        return worker;
    }

    private List<ClientId> carry(Actor worker, int count) {
        return IntStream.range(0, count).mapToObj(it -> town.openCase(worker, "Person " + (char) ('A' + it % 26) + " Number" + it)).toList();
    }

    private int open(Actor worker) {
        return town.as(worker, () -> cases.openOf(worker.account())).size();
    }

    private MvcTestResult decide(Actor who, String page, String... more) {
        var fields = new ArrayList<>(List.of("seen", values(page, "seen").getFirst(), "proposed", values(page, "proposed").getFirst()));
        values(page, "move").forEach(it -> fields.addAll(List.of("move", it)));
        fields.addAll(List.of(more));
        return town.post(who, "/team-sharing", fields.toArray(String[]::new));
    }

    private static List<String> values(String page, String name) {
        return Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page).results().map(it -> it.group(1)).toList();
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
