package org.casebridge.careplans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.clients.ClientId;
import org.casebridge.tasks.Task;
import org.casebridge.tasks.Tasks;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A plan with all that a person-centred one says, begun from the library, and its steps as tasks. */
@PageTest
class PlanStartPagesTest {

    @Autowired Town town;
    @Autowired CarePlans plans;
    @Autowired PlanReading reading;
    @Autowired Tasks tasks;
    @Autowired GoalLibrary library;

    @Test
    void a_goal_says_why_whose_words_levels_amounts_and_order_and_circles_are_refused() {
        var client = town.openCase("Jerome Asante").clientId();
        town.post(town.rosa(), at(client));
        var path = at(client) + "/draft/goals";
        assertThat(town.post(town.rosa(), path, "words", "Rent", "domain", "HOUSING", "seen", "0")).hasStatus(422).bodyText().contains("Say whose words these are.");
        assertThat(town.post(town.rosa(), path, goal("0", "whose", "OTHER"))).hasStatus(422).bodyText().contains("Say why these are not the client’s own words.");
        assertThat(town.post(town.rosa(), path, goal("0", "whose", "CLIENT", "startOn", "2030-05-02", "targetOn", "2030-05-01"))).hasStatus(422).bodyText().contains("cannot be reached before it starts");
        assertThat(town.post(town.rosa(), path, goal("0", "whose", "CLIENT", "expected", "Keys"))).hasStatus(422).bodyText().contains("Word all five levels, or none.");
        assertThat(town.post(town.rosa(), path, goal("0", "whose", "CLIENT", "steps[0].what", "A", "steps[0].party", "CLIENT", "steps[0].units", "2"))).hasStatus(422).bodyText().contains("Say how many, of what");
        assertThat(town.post(town.rosa(), path, goal("0", "whose", "CLIENT", "steps[0].what", "A", "steps[0].party", "CLIENT", "steps[0].after", "7"))).hasStatus(422).bodyText().contains("There is no step with this number.");
        assertThat(town.post(town.rosa(), path, goal("0", "whose", "CLIENT", "steps[0].what", "A", "steps[0].party", "CLIENT", "steps[0].startOn", "2030-02-02", "steps[0].dueOn", "2030-02-01"))).hasStatus(422)
                .bodyText().contains("A step cannot end before it starts");
        assertThat(town.post(town.rosa(), path, goal("0", "whose", "CLIENT", "steps[0].what", "A", "steps[0].party", "CLIENT", "steps[0].after", "2", "steps[1].what", "B", "steps[1].party", "CLIENT", "steps[1].after", "1")))
                .hasStatus(422).bodyText().contains("wait for each other in a circle");

        assertThat(town.post(town.rosa(), path, goal("0", "whose", "OTHER", "whyNotTheirs", "Said by his guardian", "why", "His children can visit", "baseline", "On a friend's couch", "staffNote", "Warrant unclear",
                "muchLess", "On the street", "less", "In a shelter", "expected", "A room", "better", "A flat", "muchMore", "A flat near school",
                "steps[0].what", "Get the ID", "steps[0].party", "STAFF", "steps[0].units", "2", "steps[0].unit", "VISIT", "steps[0].per", "MONTH",
                "steps[1].what", "Apply", "steps[1].party", "CLIENT", "steps[1].after", "1", "resources[0].what", "Rent", "resources[0].kind", "MONEY"))).hasStatus(303);
        assertThat(town.get(town.rosa(), at(client) + "/draft")).hasStatusOk().bodyText().contains("Said by his guardian", "His children can visit", "On a friend's couch", "A flat near school", "2 Visits, Each month",
                "after: Get the ID", "Warrant unclear", "Money");
        assertThat(town.get(town.rosa(), path + "/" + town.as(town.rosa(), () -> plans.goals(plans.drafted(client).orElseThrow()).getFirst().id().text()))).hasStatusOk().bodyText().contains("A flat near school", "name=\"steps[1].after\" type=\"number\" value=\"1\"");
    }

    @Test
    void what_stands_beside_the_goals_is_dated_carried_on_and_told_apart() {
        var client = town.openCase("Jerome Asante").clientId();
        var goal = PlanExamples.agreed(town, plans, client);
        town.post(town.rosa(), at(client) + "/changes");
        var path = at(client) + "/draft/parts";
        assertThat(town.get(town.rosa(), path)).hasStatusOk();
        assertThat(town.post(town.rosa(), path, "culture", "No pork", "on", Town.today().plusDays(2).toString(), "seen", "0")).hasStatus(422).bodyText().contains("No pork", "in the past or today");
        assertThat(town.post(town.rosa(), path, "culture", "No pork", "crisis", "Call my sister", "team", "Never alone after dark", "rights", "APPEAL", "choices[0].what", "Day center", "choices[0].answer", "DECLINED",
                "choices[0].words", "Too loud", "on", Town.today().minusDays(1).toString(), "seen", "0")).hasStatus(303);
        assertThat(town.get(town.rosa(), at(client) + "/draft")).bodyText().contains("No pork", "Call my sister", "Never alone after dark", "I may appeal a decision", "Day center", "Declined", "Too loud");
        assertThat(town.post(town.rosa(), path, "culture", "No pork", "crisis", "Call my brother", "choices[0].what", "Other", "on", Town.today().toString(), "seen", "0")).hasStatus(422).bodyText()
                .contains("Someone else changed this plan", "Call my brother");
        town.rosa().run(() -> {
            assertThat(reading.parts(plans.drafted(client).orElseThrow()).get(Section.Kind.CULTURE)).get().returns(Town.today().minusDays(1), Section::onDay);
            plans.agree(client, PlanExamples.AGREED, "More said", 1);
            plans.change(client);
            assertThat(reading.parts(plans.drafted(client).orElseThrow()).choices()).singleElement().returns(Choice.Answer.DECLINED, Choice::answer);
            assertThat(plans.goals(plans.drafted(client).orElseThrow())).extracting(Goal::id).containsExactly(goal.id());
        });
        assertThat(town.post(town.sam(), path, "culture", "Mine", "on", Town.today().toString(), "seen", "0")).hasStatus(404);
    }

    @Test
    void a_plan_begins_from_the_library_and_a_template() {
        var client = town.openCase("Jerome Asante").clientId();
        town.post(town.rosa(), at(client));
        assertThat(town.get(town.rosa(), at(client) + "/draft/library")).hasStatusOk().bodyText().contains("A whole template", "like=get-around");
        assertThat(town.get(town.rosa(), at(client) + "/draft/goals/new?like=get-around")).hasStatusOk().bodyText().contains("I want to get where I need to go on time.", "Apply for a reduced fare card");
        assertThat(town.get(town.rosa(), at(client) + "/draft/goals/new?like=nothing")).hasStatus(404);
        town.speaks(client, "es");
        assertThat(town.post(town.rosa(), at(client) + "/draft/template", "template", "HOUSING", "seen", "0")).hasStatus(303);
        assertThat(town.get(town.rosa(), at(client) + "/draft")).bodyText().contains("Quiero un lugar seguro para vivir que sea mío.", "not yet said by the client");
        assertThat(town.post(town.rosa(), at(client) + "/draft/template", "template", "HOUSING", "seen", "0")).hasStatus(409);
        assertThat(town.post(town.rosa(), at(client) + "/draft/template", "template", "NOPE", "seen", "0").getResponse().getStatus()).isBetween(400, 499);
    }

    @Test
    void the_library_is_written_anew_by_those_who_keep_it() {
        assertThat(town.get(town.rosa(), "/goal-library")).hasStatusOk().bodyText().contains("brought by Casebridge");
        assertThat(town.get(town.rosa(), "/goal-library/keep-my-home")).hasStatus(403);
        var fields = new String[] {"domain", "LEGAL", "goalEn", "I want my name back.", "measureEn", "The court has changed it.", "stepsEn", "Fill in the form\nPay the fee", "seen", "0"};
        assertThat(town.post(town.rosa(), "/goal-library", fields)).hasStatus(403);
        assertThat(town.post(town.vera(), "/goal-library", "domain", "LEGAL", "goalEn", " ", "seen", "0")).hasStatus(422).bodyText().contains("Write the goal in English.");
        assertThat(town.post(town.vera(), "/goal-library", fields)).hasStatus(303);
        assertThat(town.get(town.vera(), "/goal-library")).bodyText().contains("I want my name back.", "the agency’s own", "not in Spanish yet");
        var anew = new String[] {"domain", "LEGAL", "template", "BASICS", "goalEn", "I hold all my papers.", "goalEs", "Tengo mis papeles.", "seen", String.valueOf(town.as(town.vera(), () -> library.get("my-papers")).version())};
        assertThat(town.post(town.vera(), "/goal-library/my-papers", anew)).hasStatus(303);
        assertThat(town.get(town.vera(), "/goal-library")).bodyText().contains("I hold all my papers.", "in the agency’s words").doesNotContain("I want my papers in order.");
        assertThat(town.post(town.vera(), "/goal-library/my-papers", anew)).hasStatus(422).bodyText().contains("Someone else changed this goal of the library.");
    }

    @Test
    void steps_of_staff_become_tasks_that_go_the_way_of_the_step() {
        var client = town.openCase("Jerome Asante").clientId();
        var goal = PlanExamples.agreed(town, plans, client);
        var path = at(client) + "/goals/" + goal.id().text() + "/steps/" + goal.steps().getFirst().id().text();
        assertThat(town.get(town.rosa(), at(client))).bodyText().contains("Make one step a task");
        assertThat(town.post(town.sam(), at(client) + "/tasks")).hasStatus(404);
        assertThat(town.post(town.rosa(), at(client) + "/tasks")).hasStatus(303);
        assertThat(town.post(town.rosa(), at(client) + "/tasks")).hasStatus(409);
        town.rosa().run(() -> assertThat(tasks.of(client)).singleElement().satisfies(it -> assertThat(it.title()).isEqualTo("Ask for the voucher")));
        town.post(town.rosa(), path + "/result", "done", "true");
        town.rosa().run(() -> assertThat(tasks.of(client).getFirst().status()).isEqualTo(Task.Status.DONE));
        town.post(town.rosa(), path + "/reopening");
        town.rosa().run(() -> {
            assertThat(tasks.of(client).getFirst().status()).isEqualTo(Task.Status.OPEN);
            tasks.finish(client, tasks.of(client).getFirst().id());
            assertThat(plans.goals(plans.active(client).orElseThrow()).getFirst().steps().getFirst()).returns(true, Goal.Step::isDone).returns(Town.today(), Goal.Step::doneOn);
        });
        assertThat(town.post(town.rosa(), path + "/reopening")).hasStatus(303);
        town.rosa().run(() -> assertThat(tasks.of(client).getFirst().status()).isEqualTo(Task.Status.OPEN));
    }

    private static String[] goal(String seen, String... more) {
        var fields = new ArrayList<>(List.of("words", "A home of my own", "domain", "HOUSING", "priority", "HIGH", "seen", seen));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    private static String at(ClientId client) {
        return "/clients/" + client.text() + "/plan";
    }
}
