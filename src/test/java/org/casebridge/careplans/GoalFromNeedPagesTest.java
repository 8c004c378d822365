package org.casebridge.careplans;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.clients.ClientId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From a need the client chose to act on, in a comprehensive assessment, to the form of a goal. */
@PageTest
class GoalFromNeedPagesTest {

    @Autowired Town town;
    @Autowired CarePlans plans;

    @Test
    void a_chosen_need_becomes_a_goal_with_its_domain_and_words() {
        var client = town.openCase("Nora Needs").clientId();
        var assessment = assessed(client);
        assertThat(town.get(town.rosa(), assessment)).hasStatusOk().bodyText().contains("Make this a goal");

        var made = town.post(town.rosa(), "/clients/" + client.text() + "/plan/goals?from=" + key(assessment), "need", "housing");
        assertThat(made).hasStatus(303);
        assertThat(town.get(town.rosa(), made.getResponse().getHeader("Location"))).hasStatusOk().bodyText()
                .contains("Notice to leave &lt;b", "Her brother").containsPattern("value=\"HOUSING\"[^>]*(selected|checked)");
        town.rosa().run(() -> assertThat(plans.drafted(client)).isPresent());
        assertThat(town.get(town.rosa(), made.getResponse().getHeader("Location"))).bodyText().contains("The library has beginnings for this need", "like=keep-my-home").doesNotContain("like=get-around");
        assertThat(town.get(town.rosa(), made.getResponse().getHeader("Location") + "&like=keep-my-home")).hasStatusOk().bodyText().contains("Notice to leave &lt;b", "Call the landlord and agree on a payment plan").containsPattern("value=\"HOUSING\"[^>]*(selected|checked)");
        assertThat(town.post(town.rosa(), "/clients/" + client.text() + "/plan/goals?from=" + key(assessment), "need", "housing")).hasStatus(303);
    }

    @Test
    void only_what_was_chosen_and_only_for_whom_it_was_asked() {
        var client = town.openCase("Nora Needs").clientId();
        var other = town.openCase("Grace Obi").clientId();
        var from = "/plan/goals?from=" + key(assessed(client));
        assertThat(town.post(town.rosa(), "/clients/" + client.text() + from, "need", "food")).hasStatus(404);
        assertThat(town.post(town.rosa(), "/clients/" + other.text() + from, "need", "housing")).hasStatus(404);
        assertThat(town.post(town.sam(), "/clients/" + client.text() + from, "need", "housing")).hasStatus(404);
        assertThat(town.post(town.ines(), "/clients/" + client.text() + from, "need", "housing")).hasStatus(403);
        town.rosa().run(() -> assertThat(plans.drafted(client)).isEmpty());
    }

    private String assessed(ClientId client) {
        var path = town.post(town.rosa(), "/clients/" + client.text() + "/assessments", "instrument", "needs").getResponse().getHeader("Location").replace("/answers", "");
        assertThat(town.post(town.rosa(), path + "/completion", "stage", "UPDATE", "assessedOn", Town.today().toString(), "mode", "IN_PERSON", "language", "en",
                "item-housing-level", "2", "item-housing-hard", "Notice to leave <b>", "item-housing-helps", "Her brother", "item-food-level", "2", "item-act-1", "housing")).hasStatus(303);
        return path;
    }

    private static String key(String assessment) {
        return assessment.replaceAll(".*/", "");
    }
}
