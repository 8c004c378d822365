package org.casebridge.careplans;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.clients.ClientId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Agreements entered by mistake, and reasons left blank. */
@PageTest
class SecondThoughtsPagesTest {

    @Autowired Town town;
    @Autowired CarePlans plans;
    @Autowired Goals goals;

    @Test
    void an_agreement_entered_by_mistake_is_taken_back_with_a_reason_and_stays_to_be_read() {
        var client = town.openCase("Jerome Asante").clientId();
        var goal = PlanExamples.agreed(town, plans, client);
        var version = town.as(town.rosa(), () -> plans.active(client).orElseThrow().id());
        assertThat(town.get(town.rosa(), at(client))).bodyText().contains("Agreed by mistake");
        assertThat(back(client, "  ")).hasStatus(422).bodyText().contains("Say what the mistake was.");

        assertThat(back(client, "It was Grace who agreed")).hasStatus(303).hasRedirectedUrl(at(client) + "/draft");

        assertThat(town.get(town.rosa(), at(client) + "/draft")).hasStatusOk().bodyText().contains("A home of my own", "Ask for the voucher");
        assertThat(town.get(town.rosa(), at(client) + "/versions/" + version.text())).hasStatusOk().bodyText()
                .contains("entered by mistake and taken back", "It was Grace who agreed", "A home of my own");
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("Agreement taken back, version 1", "It was Grace who agreed · by Rosa Alvarez");
        town.rosa().run(() -> {
            assertThat(plans.active(client)).isEmpty();
            assertThat(goals.get(client, goal.id()).lifecycle()).isEqualTo(Lifecycle.PROPOSED);
            plans.agree(client, PlanExamples.AGREED, "Now with Jerome", plans.drafted(client).orElseThrow().version());
            assertThat(goals.get(client, goal.id()).lifecycle()).isEqualTo(Lifecycle.ACTIVE);
        });
    }

    @Test
    void the_version_before_is_in_force_again() {
        var client = town.openCase("Jerome Asante").clientId();
        var goal = PlanExamples.agreed(town, plans, client);
        town.rosa().run(() -> {
            plans.change(client);
            plans.agree(client, PlanExamples.AGREED, "A second thought", plans.drafted(client).orElseThrow().version());
        });
        town.post(town.rosa(), at(client) + "/changes");
        assertThat(back(client, "Too early")).hasStatus(422).bodyText().contains("The next version is being drafted.");
        town.rosa().run(() -> {
            plans.discard(client);
            assertThat(plans.active(client).orElseThrow().number()).isEqualTo(2);
        });

        assertThat(back(client, "Not agreed after all")).hasStatus(303);

        town.rosa().run(() -> {
            assertThat(plans.active(client).orElseThrow().number()).isEqualTo(1);
            assertThat(plans.drafted(client).orElseThrow().number()).isEqualTo(3);
            assertThat(goals.get(client, goal.id()).lifecycle()).isEqualTo(Lifecycle.ACTIVE);
        });
    }

    @Test
    void who_may_not_plan_takes_nothing_back() {
        var client = town.openCase("Jerome Asante").clientId();
        PlanExamples.agreed(town, plans, client);
        assertThat(town.post(town.sam(), at(client) + "/taking-back", "mistake", "Mine now")).hasStatus(404);
        assertThat(town.post(town.ines(), at(client) + "/taking-back", "mistake", "Mine now")).hasStatus(403);
        town.rosa().run(() -> assertThat(plans.active(client)).isPresent());
    }

    @Test
    void a_reason_left_blank_is_asked_for_beside_its_line() {
        var client = town.openCase("Jerome Asante").clientId();
        var goal = PlanExamples.agreed(town, plans, client);
        var path = at(client) + "/goals/" + goal.id().text();
        var step = goal.steps().getLast().id().text();
        assertThat(town.post(town.rosa(), path + "/steps/" + step + "/result", "done", "false", "words", " ")).hasStatus(422).bodyText()
                .contains("aria-invalid=\"true\"", "A home of my own").containsPattern("role=\"alert\" id=\"[^\"]*" + step);
        assertThat(town.post(town.rosa(), path + "/barriers", "kind", "PAPERS", "words", "No birth certificate", "owner", "Rosa")).hasStatus(303);
        var barrier = town.as(town.rosa(), () -> goals.barriers(client)).getFirst().id().text();
        assertThat(town.post(town.rosa(), path + "/barriers/" + barrier + "/end", "how", "")).hasStatus(422).bodyText()
                .contains("aria-invalid=\"true\"", "No birth certificate").containsPattern("role=\"alert\" id=\"[^\"]*" + barrier);
        assertThat(town.post(town.rosa(), path + "/barriers/" + barrier + "/end", "how", "It came by mail")).hasStatus(303);
        assertThat(town.post(town.rosa(), path + "/steps/" + step + "/result", "done", "false", "words", "She moved away")).hasStatus(303);
    }

    @Test
    void the_end_of_a_plan_progress_and_a_barrier_out_of_the_way_are_taken_back() {
        var client = town.openCase("Jerome Asante").clientId();
        var goal = PlanExamples.agreed(town, plans, client);
        var path = at(client) + "/goals/" + goal.id().text();
        town.post(town.rosa(), path + "/progress", "achievement", "ACHIEVED", "seenWords", "Keys!", "on", Town.today().toString());
        var progress = town.as(town.rosa(), () -> goals.progress(client, goal.id())).getFirst().id();
        assertThat(town.post(town.sam(), path + "/progress/" + progress + "/strike", "strike", "Other client")).hasStatus(404);
        assertThat(town.post(town.rosa(), path + "/progress/" + progress + "/strike", "strike", " ")).hasStatus(422);
        assertThat(town.post(town.rosa(), path + "/progress/" + progress + "/strike", "strike", "Other client")).hasStatus(303);
        assertThat(town.post(town.rosa(), path + "/progress/" + progress + "/strike", "strike", "Other client")).hasStatus(404);
        assertThat(town.get(town.rosa(), path)).bodyText().contains("entered in error", "Other client", "Keys!");
        town.rosa().run(() -> assertThat(goals.get(client, goal.id()).achievement()).isNull());

        town.post(town.rosa(), path + "/barriers", "kind", "PAPERS", "words", "No birth certificate", "owner", "Rosa");
        var barrier = path + "/barriers/" + town.as(town.rosa(), () -> goals.barriers(client)).getFirst().id().text();
        assertThat(town.post(town.rosa(), barrier + "/reopening")).hasStatus(409);
        town.post(town.rosa(), barrier + "/end", "how", "It came");
        assertThat(town.post(town.rosa(), barrier + "/reopening")).hasStatus(303);
        town.rosa().run(() -> assertThat(goals.barriers(client).getFirst().open()).isTrue());

        var version = at(client) + "/versions/" + town.as(town.rosa(), () -> plans.active(client).orElseThrow()).id().text();
        assertThat(town.post(town.rosa(), version + "/reinstatement", "strike", "Too early")).hasStatus(409);
        town.post(town.rosa(), at(client) + "/end", "ending", "REVOKED", "reason", "Moved away");
        assertThat(town.get(town.rosa(), version)).bodyText().contains("It was ended by mistake");
        assertThat(town.post(town.sam(), version + "/reinstatement", "strike", "She is back")).hasStatus(404);
        assertThat(town.post(town.rosa(), version + "/reinstatement", "strike", "She is back")).hasStatus(303);
        town.rosa().run(() -> {
            assertThat(plans.active(client)).isPresent();
            assertThat(goals.get(client, goal.id()).lifecycle()).isEqualTo(Lifecycle.ACTIVE);
        });
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("The end of the plan was taken back, version 1", "She is back");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult back(ClientId client, String mistake) {
        return town.post(town.rosa(), at(client) + "/taking-back", "mistake", mistake);
    }

    private static String at(ClientId client) {
        return "/clients/" + client.text() + "/plan";
    }
}
