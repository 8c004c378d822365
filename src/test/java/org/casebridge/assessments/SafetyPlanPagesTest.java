package org.casebridge.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Role;
import org.casebridge.clients.ClientId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PageTest
class SafetyPlanPagesTest {

    @Autowired Town town;
    @Autowired Assessments assessments;
    @Autowired SafetyPlans plans;
    @Autowired SafetyNeeds needs;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    @Test
    void a_safety_plan_is_made_changed_as_a_new_version_and_its_versions_stay() {
        var client = town.openCase("Sasha Safe").clientId();
        var path = SafetyPlan.at(client);
        assertThat(town.get(town.rosa(), path)).bodyText().contains("There is none yet.", "call or text 988", "Stanley and Brown (2012)");
        assertThat(town.post(town.rosa(), path, "coping", "A walk", "language", "fr")).hasStatus(422).bodyText()
                .contains("Write at least one sign by which they know that it begins.", "Write at least one number to call.", "Choose one of the answers offered.", "A walk");
        assertThat(plans(client)).isEmpty();

        assertThat(town.post(town.rosa(), path, plan("Nights without <sleep>"))).hasStatus(303);
        assertThat(town.get(town.rosa(), path)).bodyText().contains("Nights without &lt;sleep&gt;", "Version 1, made", "by Rosa Alvarez", "Keep it as a new version");
        assertThat(town.post(town.rosa(), path, plan("Nights without <sleep>"))).hasStatus(422).bodyText().contains("Nothing is different from the plan in force.");
        assertThat(town.post(town.rosa(), path, plan("When rent is due"))).hasStatus(303);
        assertThat(plans(client)).extracting(SafetyPlan::number).containsExactly(2, 1);
        assertThat(town.get(town.rosa(), plans(client).getLast().path())).bodyText().contains("Nights without &lt;sleep&gt;", "To the safety plan in force");
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("Safety plan made", "Safety plan changed, version 2");
    }

    @Test
    void the_client_gets_it_in_print_in_the_language_of_the_plan_and_the_account_says_so() {
        var client = town.openCase("Inés Impresa").clientId();
        town.post(town.rosa(), SafetyPlan.at(client), plan("No dormir", "language", "es"));
        var print = plans(client).getFirst().path() + "/print";
        assertThat(town.get(town.rosa(), print)).hasStatusOk().bodyText().contains("lang=\"es\"", "Mi plan de seguridad", "No dormir", "988").doesNotContain("My safety plan");
        long told = town.rosa().act(() -> transaction.execute(_ -> db.sql("select count(*) from consent.disclosure where client_id = ?").param(client.value()).query(Long.class).single()));
        assertThat(told).isEqualTo(1);
    }

    @Test
    void it_stands_on_top_of_the_client_page_while_a_critical_answer_is_open() {
        var client = town.openCase("Toni Top").clientId();
        town.post(town.rosa(), SafetyPlan.at(client), plan("Evenings alone"));
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().doesNotContain("Evenings alone");
        var critical = critical(client);
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("A critical answer of", "Evenings alone", "Look at it together");
        assertThat(town.get(town.rosa(), SafetyPlan.at(client))).bodyText().contains("A critical answer is open", critical.path());
        town.post(town.rosa(), critical.path() + "/follow-up", "words", "Seen today");
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().doesNotContain("Evenings alone");
    }

    @Test
    void the_supervisor_of_whoever_carries_the_case_is_told_until_it_is_followed_up_and_acknowledged_and_another_is_not() {
        var mine = town.account(Role.SUPERVISOR, "Sonja Super");
        var other = town.account(Role.SUPERVISOR, "Otto Other");
        var worker = town.account(Role.CASE_MANAGER, "Willa Worker");
        town.vera().run(() -> transaction.executeWithoutResult(_ -> db.sql("insert into workforce.worker (id, languages, studied, supervisor, version) values (?, '{en}', '', ?, 1)")
                .params(worker.account().value(), mine.account().value()).update()));
        var client = town.client("Told Tess");
        assign(client, worker);
        var critical = critical(client, worker);
        assertThat(names(mine)).contains("Told Tess");
        assertThat(names(other)).doesNotContain("Told Tess");
        assertThat(names(worker)).contains("Told Tess");
        assertThat(town.get(worker, critical.path())).bodyText().contains("No supervisor has acknowledged it yet.").doesNotContain("I know of it");
        assertThat(town.post(worker, critical.path() + "/acknowledgement")).hasStatus(403);
        worker.run(() -> assessments.followUp(client, critical.id(), "Seen"));
        assertThat(names(worker)).doesNotContain("Told Tess");
        assertThat(names(mine)).as("it stays until they say that they know").contains("Told Tess");
        assertThat(town.get(mine, critical.path())).bodyText().contains("I know of it");
        assertThat(town.post(mine, critical.path() + "/acknowledgement")).hasStatus(303);
        assertThat(town.post(mine, critical.path() + "/acknowledgement")).hasStatus(409).bodyText().contains("A supervisor acknowledged it already.");
        assertThat(names(mine)).doesNotContain("Told Tess");
        assertThat(town.get(worker, critical.path())).bodyText().contains("Acknowledged", "Sonja Super");
        assertThat(town.get(worker, "/clients/" + client.text())).bodyText().contains("Known to the supervisor");
    }

    @Test
    void whoever_has_no_supervisor_is_looked_after_by_every_supervisor_of_the_agency() {
        var client = town.openCase("Nobody Nell").clientId();
        var critical = critical(client);
        assertThat(names(town.vera())).contains("Nobody Nell");
        assertThat(names(town.sam())).doesNotContain("Nobody Nell");
        town.rosa().run(() -> assessments.followUp(client, critical.id(), "Seen"));
        assertThat(names(town.vera())).contains("Nobody Nell");
        assertThat(town.post(town.vera(), critical.path() + "/acknowledgement")).hasStatus(303);
        assertThat(names(town.vera())).doesNotContain("Nobody Nell");
    }

    @Test
    void whoever_cannot_reach_the_client_or_may_not_see_assessments_finds_nothing() {
        var client = town.openCase("Hidden Hedda").clientId();
        town.post(town.rosa(), SafetyPlan.at(client), plan("Secret sign"));
        var plan = plans(client).getFirst();
        for (var path : List.of(SafetyPlan.at(client), plan.path(), plan.path() + "/print")) {
            assertThat(town.get(town.sam(), path)).hasStatus(404);
            assertThat(town.get(town.ines(), path)).hasStatus(403);
        }
        assertThat(town.post(town.sam(), SafetyPlan.at(client), plan("Mine now"))).hasStatus(404);
        assertThat(town.post(town.ines(), SafetyPlan.at(client), plan("Mine now"))).hasStatus(403);
        var swapped = plan.path().replace(client.text(), town.openCase("Other Orla").clientId().text());
        assertThat(town.get(town.rosa(), swapped)).hasStatus(404);
        assertThat(plans(client)).hasSize(1);
    }

    private void assign(ClientId client, org.casebridge.access.Actor worker) {
        town.vera().act(() -> cases.open(client, town.program(), worker.account(), Town.today().minusDays(3)));
    }

    @Autowired org.casebridge.caseload.CaseFiles cases;

    private Assessment critical(ClientId client) {
        return critical(client, town.rosa());
    }

    private Assessment critical(ClientId client, org.casebridge.access.Actor who) {
        return who.act(() -> {
            var draft = assessments.start(client, Instruments.PHQ9);
            return assessments.complete(client, draft.id(), AssessmentExamples.about(Town.today()), Phq9Test.answers("000000001"), false, "Called 988 together");
        });
    }

    private List<SafetyPlan> plans(ClientId client) {
        return town.rosa().act(() -> plans.of(client));
    }

    private List<String> names(org.casebridge.access.Actor who) {
        return who.act(() -> transaction.execute(_ -> town.needs(needs, new org.casebridge.tasks.Mine(who.account(), Town.today(), List.of())).stream().map(it -> it.name()).toList()));
    }

    private static String[] plan(String signs, String... otherwise) {
        var language = otherwise.length == 0 ? "en" : otherwise[1];
        return new String[] {"signs", signs, "coping", "A walk", "professionals", "988", "surroundings", "", "language", language};
    }
}
