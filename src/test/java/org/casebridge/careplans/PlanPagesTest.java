package org.casebridge.careplans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.clients.ClientId;
import org.casebridge.tasks.Mine;
import org.casebridge.tasks.NeedSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** The plan's pages, as Rosa, as Sam who may not, and with what cannot be. */
@PageTest
class PlanPagesTest {

    @Autowired Town town;
    @Autowired CarePlans plans;
    @Autowired PlanReading reading;
    @Autowired Goals goals;
    @Autowired List<NeedSource> needs;
    @Autowired CaseFiles cases;
    @Autowired TransactionTemplate transaction;

    @Test
    void a_plan_is_begun_worded_agreed_and_stands_on_the_client_page() {
        var client = town.openCase("Jerome Asante").clientId();
        var plan = at(client);
        assertThat(town.get(town.rosa(), plan)).hasStatusOk().bodyText().contains("No plan is in force", "Begin a plan");
        assertThat(town.post(town.rosa(), plan)).hasStatus(303).hasRedirectedUrl(plan + "/draft");

        assertThat(town.post(town.rosa(), plan + "/draft/goals", goal("0",
                "steps[0].what", "Ask for the voucher", "steps[0].party", "STAFF", "steps[0].who", town.rosa().name(), "steps[0].dueOn", "2030-01-31",
                "steps[1].what", "Save 20 dollars", "steps[1].party", "CLIENT", "steps[1].timing", "every week",
                "resources[0].what", "First month's rent", "resources[0].cost", "900.50"))).hasStatus(303);
        assertThat(town.get(town.rosa(), plan + "/draft")).hasStatusOk().bodyText().contains("A home of my own", "Ask for the voucher", "every week", "900.5", "The client agrees");

        assertThat(agree(client, "1")).hasStatus(303).hasRedirectedUrl(plan);
        assertThat(town.get(town.rosa(), plan)).hasStatusOk().bodyText().contains("Plan, version 1", "agreed", "review due", "A home of my own", "Change the plan");
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText()
                .contains("Plan, version 1", "0 of 2 steps are done", "Now: Ask for the voucher", "Plan agreed, version 1", "agreed with Jerome Asante");
    }

    @Test
    void who_cannot_reach_the_client_finds_no_plan_and_changes_nothing() {
        var client = town.openCase("Jerome Asante").clientId();
        var goal = PlanExamples.agreed(town, plans, client).id();
        var version = town.as(town.rosa(), () -> plans.active(client).orElseThrow().id());

        for (var path : List.of("", "/draft", "/goals/" + goal.text(), "/versions/" + version.text(), "/versions/" + version.text() + "/print")) {
            assertThat(town.get(town.sam(), at(client) + path)).as(path).hasStatus(404);
        }
        assertThat(town.post(town.sam(), at(client) + "/changes").getResponse().getStatus()).isGreaterThanOrEqualTo(400);
        assertThat(town.post(town.sam(), at(client) + "/goals/" + goal.text() + "/progress", "achievement", "ACHIEVED", "on", Town.today().toString())).hasStatus(404);
        assertThat(town.get(town.ines(), at(client))).hasStatus(403);
        town.rosa().run(() -> {
            assertThat(plans.drafted(client)).isEmpty();
            assertThat(goals.progress(client, goal)).isEmpty();
        });
    }

    @Test
    void a_change_needs_a_reason_and_leaves_the_earlier_version_to_be_read() {
        var client = town.openCase("Jerome Asante").clientId();
        var goal = PlanExamples.agreed(town, plans, client);
        var first = town.as(town.rosa(), () -> plans.active(client).orElseThrow().id());
        town.post(town.rosa(), at(client) + "/changes");
        var edit = at(client) + "/draft/goals/" + goal.id().text();
        assertThat(town.get(town.rosa(), edit)).hasStatusOk().bodyText().contains("every two weeks");
        assertThat(town.post(town.rosa(), edit, goal("0", "steps[0].id", goal.steps().get(1).id().text(), "steps[0].what", "Therapy", "steps[0].party", "CLIENT", "steps[0].timing", "weekly")))
                .hasStatus(303);
        assertThat(town.get(town.rosa(), at(client) + "/draft")).bodyText().contains("Therapy weekly, was every two weeks", "no longer a step: Ask for the voucher");

        assertThat(agree(client, "1")).hasStatus(422).bodyText().contains("Say why the plan changes.");
        assertThat(agree(client, "1", "reason", "Every two weeks was not enough")).hasStatus(303);

        assertThat(town.get(town.rosa(), at(client))).bodyText().contains("Plan, version 2", "Every two weeks was not enough", "Version 1");
        assertThat(town.get(town.rosa(), at(client) + "/versions/" + first.text())).hasStatusOk().bodyText().contains("every two weeks", "Ask for the voucher", "took the place of this one");
    }

    @Test
    void what_cannot_be_is_refused_beside_its_field_and_the_form_stays_full() {
        var client = town.openCase("Jerome Asante").clientId();
        town.post(town.rosa(), at(client));
        var path = at(client) + "/draft/goals";
        assertThat(town.post(town.rosa(), path, "words", " ", "measure", "<b>Keys</b>", "targetOn", "2027-02-31", "whose", "CLIENT", "seen", "0")).hasStatus(422).bodyText()
                .contains("Write the goal as the client says it.", "Choose what the goal is about.", "Write a date that exists", "2027-02-31", "&lt;b&gt;Keys");
        assertThat(town.post(town.rosa(), path, goal("0", "steps[0].who", "Somebody", "steps[1].what", "Call", "resources[0].what", "Rent", "resources[0].cost", "a lot")))
                .hasStatus(422).bodyText().contains("Write a number.", "a lot", "Somebody");
        assertThat(town.post(town.rosa(), path, goal("0", "steps[0].who", "Somebody", "steps[1].what", "Call")))
                .hasStatus(422).bodyText().contains("Say what this step is.", "Say who takes this step.");
        assertThat(town.post(town.rosa(), path, goal("0", "strengths", "x".repeat(30_000)))).hasStatus(422);
        assertThat(town.post(town.rosa(), path, goal("0", "measure", "a\0b"))).hasStatus(422);
        assertThat(town.post(town.rosa(), at(client) + "/draft/about", "reviewDays", "1", "cadenceDays", "x", "seen", "0")).hasStatus(422).bodyText()
                .contains("A plan is looked at again after 7 to 366 days.", "Write a whole number.");
        assertThat(agree(client, "0")).hasStatus(422).bodyText().contains("A plan needs a goal before it can be agreed.");
        town.rosa().run(() -> assertThat(plans.goals(plans.drafted(client).orElseThrow())).isEmpty());
    }

    @Test
    void two_people_at_once_the_second_keeps_their_text_and_may_save_after_looking() {
        var client = town.openCase("Jerome Asante").clientId();
        town.post(town.rosa(), at(client));
        town.post(town.rosa(), at(client) + "/draft/goals", goal("0"));
        var refused = town.post(town.vera(), at(client) + "/draft/goals", goal("0", "measure", "Said by Vera"));
        assertThat(refused).hasStatus(422).bodyText().contains("Someone else changed this plan while you were writing", "Said by Vera", "name=\"seen\" value=\"1\"");
        assertThat(agree(client, "0")).hasStatus(422).bodyText().contains("Someone else changed this plan while you were writing");
        assertThat(town.post(town.vera(), at(client) + "/draft/goals", goal("1", "measure", "Said by Vera"))).hasStatus(303);
        var known = at(client) + "/draft/goals/" + town.as(town.rosa(), () -> plans.goals(plans.drafted(client).orElseThrow()).getFirst().id().text());
        assertThat(town.post(town.rosa(), known, goal("2", "measure", "Theirs, Rosa wrote it"))).hasStatus(303);
        assertThat(town.post(town.vera(), known, goal("2", "measure", "Mine, Vera writes it"))).hasStatus(422).bodyText()
                .contains("written by somebody else meanwhile", "Theirs, Rosa wrote it", "Mine, Vera writes it", "Take theirs and leave mine");
    }

    @Test
    void two_people_at_once_about_the_whole_plan_and_its_parts_see_both_texts_and_lose_none() {
        var client = town.openCase("Jerome Asante").clientId();
        town.post(town.rosa(), at(client));
        var about = at(client) + "/draft/about";
        assertThat(town.post(town.rosa(), about, "strengths", "Theirs: cooks well", "reviewDays", "60", "acuity", "HIGH", "cadenceDays", "5", "seen", "0")).hasStatus(303);
        assertThat(town.post(town.vera(), about, "strengths", "Mine: sings", "reviewDays", "90", "acuity", "LOW", "seen", "0")).hasStatus(422).bodyText()
                .contains("written by somebody else meanwhile", "Theirs: cooks well", "<dd>60</dd>", "<dd>5</dd>", "Mine: sings", "Take theirs and leave mine", "name=\"seen\" value=\"1\"");
        assertThat(town.get(town.rosa(), about)).bodyText().contains("Theirs: cooks well").doesNotContain("Mine: sings", "meanwhile");
        assertThat(town.post(town.vera(), about, "strengths", "Cooks well and sings", "reviewDays", "60", "acuity", "HIGH", "seen", "1")).hasStatus(303);
        var today = Town.today().toString();
        var parts = at(client) + "/draft/parts";
        assertThat(town.post(town.rosa(), parts, "on", today, "culture", "Theirs: Friday is holy", "seen", "2")).hasStatus(303);
        assertThat(town.post(town.vera(), parts, "on", today, "culture", "Mine: no pork", "crisis", "Mine: call Ama", "seen", "2")).hasStatus(422).bodyText()
                .contains("written by somebody else meanwhile", "Theirs: Friday is holy", "Mine: no pork", "Mine: call Ama", "name=\"seen\" value=\"3\"");
        assertThat(town.post(town.vera(), parts, "on", today, "culture", "Friday is holy, no pork", "crisis", "Mine: call Ama", "seen", "3")).hasStatus(303);
        assertThat(town.get(town.rosa(), at(client) + "/draft")).bodyText().contains("Cooks well and sings", "Friday is holy, no pork", "Mine: call Ama");
    }

    @Test
    void progress_steps_barriers_and_lifecycle_are_noted_between_two_agreements() {
        var client = town.openCase("Jerome Asante").clientId();
        var goal = PlanExamples.agreed(town, plans, client);
        var path = at(client) + "/goals/" + goal.id().text();
        var step = path + "/steps/" + goal.steps().getFirst().id().text();
        assertThat(town.post(town.rosa(), path + "/progress", "achievement", "IMPROVING", "seenWords", "Met the landlord", "on", Town.today().toString())).hasStatus(303);
        assertThat(town.post(town.rosa(), path + "/progress", "achievement", "IMPROVING", "on", Town.today().plusDays(3).toString())).hasStatus(422);
        assertThat(town.post(town.rosa(), step + "/result", "done", "true")).hasStatus(303);
        assertThat(town.post(town.rosa(), step + "/result", "done", "true")).hasStatus(409);
        assertThat(town.post(town.rosa(), path + "/steps/" + goal.steps().get(1).id().text() + "/result", "done", "false")).hasStatus(422);
        assertThat(town.post(town.rosa(), path + "/barriers", "kind", "PAPERS", "words", "No birth certificate", "owner", "Rosa")).hasStatus(303);
        assertThat(town.post(town.rosa(), path + "/resources/" + goal.resources().getFirst().id().text(), "secured", "true")).hasStatus(303);

        assertThat(town.get(town.rosa(), path)).hasStatusOk().bodyText().contains("Improving", "Met the landlord", "done", "No birth certificate", "secured", "1 of 2 steps are done");
        assertThat(town.post(town.rosa(), step + "/reopening")).hasStatus(303);
        assertThat(town.post(town.rosa(), path + "/lifecycle", "lifecycle", "ON_HOLD")).hasStatus(422).bodyText().contains("Say in a few words why.");
        assertThat(town.post(town.rosa(), path + "/lifecycle", "lifecycle", "COMPLETED")).hasStatus(303);
        assertThat(town.post(town.rosa(), path + "/progress", "achievement", "WORSENING", "on", Town.today().toString())).hasStatus(422);
        assertThat(town.get(town.rosa(), "/clients/" + client.text() + "?kind=PLAN")).bodyText()
                .contains("A home of my own: Improving", "Step done: Ask for the voucher", "In the way of", "Step to be done again");
    }

    @Test
    void keys_of_another_client_lead_nowhere() {
        var client = town.openCase("Jerome Asante").clientId();
        var other = town.openCase("Grace Obi").clientId();
        PlanExamples.agreed(town, plans, client);
        var goal = PlanExamples.agreed(town, plans, other);
        var version = town.as(town.rosa(), () -> plans.active(other).orElseThrow().id());

        assertThat(town.get(town.rosa(), at(client) + "/goals/" + goal.id().text())).hasStatus(404);
        assertThat(town.get(town.rosa(), at(client) + "/versions/" + version.text())).hasStatus(404);
        assertThat(town.post(town.rosa(), at(client) + "/goals/" + goal.id().text() + "/steps/" + goal.steps().getFirst().id().text() + "/result", "done", "true")).hasStatus(404);
        town.post(town.rosa(), at(client) + "/changes");
        assertThat(town.post(town.rosa(), at(client) + "/draft/goals/" + goal.id().text(), goal("0"))).hasStatus(404);
        assertThat(town.post(town.rosa(), at(client) + "/draft/goals", goal("0", "steps[0].id", goal.steps().getFirst().id().text(), "steps[0].what", "Mine now", "steps[0].party", "CLIENT")))
                .hasStatus(303);
        town.rosa().run(() -> assertThat(plans.goals(plans.drafted(client).orElseThrow()).stream().flatMap(it -> it.steps().stream()))
                .extracting(Goal.Step::id).doesNotContain(goal.steps().getFirst().id()));
    }

    @Test
    void a_plan_sent_twice_is_agreed_once() {
        var client = town.openCase("Jerome Asante").clientId();
        var once = java.util.UUID.randomUUID().toString();
        assertThat(town.post(town.rosa(), at(client), "_once", once)).hasStatus(303);
        assertThat(town.post(town.rosa(), at(client), "_once", once)).hasStatus(409);
        town.post(town.rosa(), at(client) + "/draft/goals", goal("0"));
        var agreed = java.util.UUID.randomUUID().toString();
        assertThat(agree(client, "1", "_once", agreed)).hasStatus(303);
        assertThat(agree(client, "1", "_once", agreed).getResponse().getStatus()).isGreaterThanOrEqualTo(400);
        town.rosa().run(() -> assertThat(plans.all(client)).hasSize(1));
    }

    @Test
    void the_clients_copy_is_printed_in_the_clients_language() {
        var client = town.openCase("Jerome Asante").clientId();
        PlanExamples.agreed(town, plans, client);
        var print = at(client) + "/versions/" + town.as(town.rosa(), () -> plans.active(client).orElseThrow().id()).text() + "/print";
        assertThat(town.get(town.rosa(), print)).hasStatusOk().bodyText().contains("lang=\"en\"", "My plan", "I do this myself").doesNotContain("Main menu");

        town.speaks(client, "es");
        assertThat(town.get(town.rosa(), print)).hasStatusOk().bodyText().contains("lang=\"es\"", "Mi plan", "A home of my own");
        assertThat(town.get(town.rosa(), at(client))).bodyText().contains("lang=\"en\"");
    }

    @Test
    void a_plan_due_for_review_stands_on_my_day_until_it_was_reviewed() {
        var client = town.openCase("Jerome Asante").clientId();
        var goal = PlanExamples.home();
        var agreement = new Agreement(Town.today().minusDays(88), Agreement.How.PHONE, "", Agreement.Copy.NOT_YET);
        town.rosa().run(() -> {
            plans.begin(client);
            plans.write(client, goal, 0);
            plans.agree(client, agreement, null, 1);
        });
        assertThat(dueFor(client)).singleElement().satisfies(it -> {
            assertThat(it.due().on()).isEqualTo(agreement.on().plusDays(90));
            assertThat(it.why().english()).contains("agreed on {day}");
        });
        assertThat(town.post(town.rosa(), at(client) + "/copy", "copy", "PRINT")).hasStatus(303);
        assertThat(town.post(town.rosa(), at(client) + "/reviews", "on", Town.today().minusDays(100).toString())).hasStatus(422);
        assertThat(town.post(town.rosa(), at(client) + "/reviews", "on", Town.today().toString(), "words", "All well")).hasStatus(303);
        assertThat(dueFor(client)).isEmpty();
    }

    @Test
    void a_plan_is_completed_when_its_goals_are_and_revoked_with_a_reason() {
        var client = town.openCase("Jerome Asante").clientId();
        var goal = PlanExamples.agreed(town, plans, client).id();
        assertThat(town.post(town.rosa(), at(client) + "/end", "ending", "COMPLETED", "reason", "Done")).hasStatus(422).bodyText().contains("One goal is still open");
        assertThat(town.post(town.rosa(), at(client) + "/end", "ending", "REVOKED", "reason", "")).hasStatus(422);
        assertThat(town.post(town.rosa(), at(client) + "/end", "ending", "REVOKED", "reason", "Moved away")).hasStatus(303);
        assertThat(town.get(town.rosa(), at(client))).bodyText().contains("No plan is in force", "Every version", "Revoked");
        town.rosa().run(() -> assertThat(goals.get(client, goal)).returns(Lifecycle.CANCELLED, Goal::lifecycle));
    }

    private List<org.casebridge.tasks.Need> dueFor(ClientId client) {
        return town.as(town.rosa(), () -> transaction.execute(_ -> needs.stream().flatMap(it -> town.needs(it, new Mine(town.rosa().account(), Town.today(), cases.openOf(town.rosa().account()))).stream())
                .filter(it -> client.equals(it.client()) && it.what().english().equals("Review of the plan")).toList()));
    }

    private MvcTestResult agree(ClientId client, String seen, String... more) {
        var fields = new ArrayList<>(List.of("on", Town.today().toString(), "how", "IN_PERSON", "copy", "PRINT", "signature", "TYPED", "signedName", "Jerome Asante", "present", "His sister", "seen", seen,
                "hash", town.as(town.rosa(), () -> plans.drafted(client).or(() -> plans.active(client)).map(reading::hash).orElse(""))));
        fields.addAll(List.of(more));
        return town.post(town.rosa(), at(client) + "/draft/agreement", fields.toArray(String[]::new));
    }

    private static String[] goal(String seen, String... more) {
        var fields = new ArrayList<>(List.of("words", "A home of my own", "whose", "CLIENT", "domain", "HOUSING", "priority", "HIGH", "seen", seen));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    private static String at(ClientId client) {
        return "/clients/" + client.text() + "/plan";
    }
}
