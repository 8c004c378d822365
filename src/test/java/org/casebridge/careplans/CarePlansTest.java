package org.casebridge.careplans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Versions of a plan, what they change, and what other modules are told of goals. */
@PageTest
class CarePlansTest {

    @Autowired Town town;
    @Autowired CarePlans plans;
    @Autowired Goals goals;
    @Autowired Story story;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    @Test
    void an_agreed_plan_offers_its_goals_and_a_draft_does_not() {
        var client = town.openCase("Jerome Asante").clientId();
        var goal = PlanExamples.home();
        town.rosa().run(() -> {
            plans.begin(client);
            plans.write(client, goal, 0);
            assertThat(plans.goalsOf(client)).isEmpty();

            plans.agree(client, PlanExamples.AGREED, null, 1);

            assertThat(plans.goalsOf(client)).singleElement().satisfies(it -> {
                assertThat(it.id()).isEqualTo(goal.id());
                assertThat(it.words()).isEqualTo("A home of my own");
                assertThat(it.lifecycle()).isEqualTo(Lifecycle.ACTIVE);
                assertThat(it.achievement()).isNull();
            });
        });
        town.sam().run(() -> assertThat(plans.goalsOf(client)).isEmpty());
    }

    @Test
    void a_change_makes_the_next_version_and_leaves_the_earlier_as_it_was() {
        var client = town.openCase("Jerome Asante").clientId();
        var goal = PlanExamples.agreed(town, plans, client);
        town.rosa().run(() -> {
            var first = plans.active(client).orElseThrow();
            plans.change(client);
            var steps = goal.steps();
            var therapy = steps.get(1);
            var weekly = new Goal.Step(therapy.id(), "Therapy", therapy.party(), "", "weekly", null, null, null, null);
            plans.write(client, goal.holding(List.of(steps.getFirst(), weekly), goal.resources()), 0);
            assertThat(plans.active(client)).get().returns(1, CarePlan::number);

            assertThatThrownBy(() -> plans.agree(client, PlanExamples.AGREED, " ", 1)).isInstanceOf(Refused.class).hasMessageContaining("why the plan changes");
            plans.agree(client, PlanExamples.AGREED, "Every two weeks was not enough", 1);

            var second = plans.active(client).orElseThrow();
            assertThat(second.number()).isEqualTo(2);
            assertThat(plans.changes(second)).containsExactly(Sentence.of("{step} {timing}, was {before}", "Therapy", "weekly", "every two weeks"));
            assertThat(plans.get(client, first.id()).status()).isEqualTo(CarePlan.Status.AMENDED);
            assertThat(plans.goals(plans.get(client, first.id())).getFirst().steps().get(1).timing()).isEqualTo("every two weeks");
            assertThat(story.of(client, StoryKind.PLAN, null, null).getFirst().what().english()).startsWith("Plan changed to version {number}: {change}");
        });
    }

    @Test
    void the_tables_themselves_keep_an_agreed_version() {
        var client = town.openCase("Jerome Asante").clientId();
        PlanExamples.agreed(town, plans, client);
        town.rosa().run(() -> assertThatThrownBy(() -> transaction.executeWithoutResult(_ ->
                db.sql("update careplans.step set what = 'Something else' where client_id = ?").param(client.value()).update()))
                .hasMessageContaining("does not change"));
    }

    @Test
    void a_draft_taken_back_leaves_the_plan_in_force_untouched() {
        var client = town.openCase("Jerome Asante").clientId();
        PlanExamples.agreed(town, plans, client);
        town.rosa().run(() -> {
            plans.change(client);
            plans.write(client, PlanExamples.home(), 0);
            plans.discard(client);

            assertThat(plans.drafted(client)).isEmpty();
            assertThat(plans.goalsOf(client)).hasSize(1);
            assertThat(plans.all(client)).hasSize(1);
        });
    }

    @Test
    void two_people_cannot_overwrite_each_other() {
        var client = town.openCase("Jerome Asante").clientId();
        town.rosa().run(() -> {
            plans.begin(client);
            plans.write(client, PlanExamples.home(), 0);
            assertThatThrownBy(() -> plans.write(client, PlanExamples.home(), 0)).isInstanceOf(Refused.class).hasMessageContaining("Someone else changed this plan");
            assertThatThrownBy(() -> plans.agree(client, PlanExamples.AGREED, null, 0)).isInstanceOf(Refused.class);
        });
    }

    @Test
    void progress_is_history_and_the_latest_is_where_the_goal_stands() {
        var client = town.openCase("Jerome Asante").clientId();
        var goal = PlanExamples.agreed(town, plans, client).id();
        var contact = java.util.UUID.randomUUID();
        town.rosa().run(() -> {
            goals.progress(client, goal, Achievement.NO_PROGRESS, "Lost the form", Town.today().minusDays(2), null);
            plans.progress(client, goal, Achievement.IMPROVING, "Found it again", contact);

            assertThat(plans.goalsOf(client).getFirst().achievement()).isEqualTo(Achievement.IMPROVING);
            assertThat(goals.progress(client, goal)).extracting(Progress::words).containsExactly("Found it again", "Lost the form");
            assertThat(goals.progress(client, goal).getFirst().contactId()).isEqualTo(contact);
        });
        town.sam().run(() -> assertThatThrownBy(() -> plans.progress(client, goal, Achievement.ACHIEVED, "", null)).isInstanceOf(Refused.class));
    }

    @Test
    void a_goal_of_another_client_is_not_found() {
        var client = town.openCase("Jerome Asante").clientId();
        var other = town.openCase("Grace Obi").clientId();
        var goal = PlanExamples.agreed(town, plans, other).id();
        town.rosa().run(() -> assertThatThrownBy(() -> plans.progress(client, goal, Achievement.ACHIEVED, "", null))
                .isInstanceOf(Refused.class).hasMessageContaining("could not be found"));
    }

    @Test
    void a_plan_may_set_its_own_cadence() {
        var client = town.openCase("Jerome Asante").clientId();
        PlanExamples.agreed(town, plans, client);
        town.rosa().run(() -> {
            assertThat(plans.cadenceDays(client)).isEmpty();
            plans.change(client);
            plans.about(client, "", 30, 7, 0);
            plans.agree(client, PlanExamples.AGREED, "Closer watch", 1);
            assertThat(plans.cadenceDays(client)).contains(7);
            assertThat(plans.active(client).orElseThrow().reviewOn()).isEqualTo(PlanExamples.AGREED.on().plusDays(30));
        });
    }

    @Test
    void a_goal_that_leaves_the_plan_is_cancelled_and_a_plan_with_open_goals_is_not_completed() {
        var client = town.openCase("Jerome Asante").clientId();
        var goal = PlanExamples.agreed(town, plans, client).id();
        town.rosa().run(() -> {
            plans.change(client);
            var kept = PlanExamples.home();
            plans.write(client, kept, 0);
            plans.remove(client, goal, 1);
            plans.agree(client, PlanExamples.AGREED, "Other things matter more now", 2);

            assertThat(goals.get(client, goal)).returns(Lifecycle.CANCELLED, Goal::lifecycle).returns("Other things matter more now", Goal::lifecycleWhy);
            assertThatThrownBy(() -> plans.end(client, true, "All done")).isInstanceOf(Refused.class).hasMessageContaining("still open");
            goals.move(client, kept.id(), Lifecycle.COMPLETED, "");
            plans.end(client, true, "All done");
            assertThat(plans.active(client)).isEmpty();
            assertThat(plans.begin(client).number()).isEqualTo(1);
        });
    }
}
