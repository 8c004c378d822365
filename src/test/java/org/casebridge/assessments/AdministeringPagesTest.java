package org.casebridge.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Role;
import org.casebridge.workforce.AddCredential;
import org.casebridge.workforce.Credential;
import org.casebridge.workforce.Workers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may ask an instrument: what the agency requires, held against credentials and trainings; who asked, in which language, through whom. */
@PageTest
class AdministeringPagesTest {

    @Autowired Town town;
    @Autowired Workers workers;

    /** With an instrument that no other test asks; what is required is taken back. */
    @Test
    void whoever_lacks_the_credential_or_the_training_is_refused_with_what_is_missing_and_who_could() {
        var client = town.openCase("Cleo Credential").clientId();
        var start = "/clients/" + client.text() + "/assessments";
        var able = town.account(Role.CASE_MANAGER, "Abla Able");
        var training = "Zarit training " + able.account().text().substring(0, 8);
        credential(able, Credential.Kind.RN, "", Town.today().plusDays(30));
        credential(able, Credential.Kind.OTHER, training.toUpperCase(), null);
        try {
            assertThat(town.post(town.rosa(), "/library/zarit/workers", "anyOf", "RN")).hasStatus(403);
            var draft = new Interviews(town, town.rosa()).start(client, "zarit");
            assertThat(town.post(town.adam(), "/library/zarit/workers", "anyOf", "RN", "anyOf", "LCSW", "training", training)).hasStatus(303);
            assertThat(town.get(town.rosa(), "/library/zarit")).bodyText().contains("one of RN, LCSW and the training “" + training + "”");

            assertThat(town.post(town.rosa(), start, "instrument", "zarit")).hasStatus(403).bodyText()
                    .contains("You lack one of RN, LCSW and the training “" + training + "”", "On the team, Abla Able can ask it.");
            assertThat(town.post(town.rosa(), draft + "/completion", Interviews.said("item-total", "10", "item-form", "Paper"))).hasStatus(403);
            credential(town.rosa(), Credential.Kind.LCSW, "", Town.today().minusDays(1));
            credential(town.rosa(), Credential.Kind.OTHER, training, null);
            assertThat(town.post(town.rosa(), start, "instrument", "zarit")).hasStatus(403).bodyText().contains("You lack LCSW, which lapsed on");
            credential(town.rosa(), Credential.Kind.RN, "", Town.today());
            assertThat(new Interviews(town, town.rosa()).complete(draft, "item-total", "10", "item-form", "Paper")).hasStatus(303);
        } finally {
            assertThat(town.post(town.adam(), "/library/zarit/workers")).hasStatus(303);
        }
        assertThat(town.get(town.rosa(), "/library/zarit")).bodyText().contains("Nothing more is required.");
    }

    @Test
    void the_language_the_interpreter_and_who_was_present_are_recorded_and_printed() {
        var client = town.openCase("Ines Interpreted").clientId();
        var asked = new Interviews(town, town.rosa());
        assertThat(asked.complete(asked.start(client, "social-needs"), "language", "xx", "item-food-risk", "no")).hasStatus(422).bodyText().contains("Choose one of the answers offered.");
        var path = asked.start(client, "social-needs");
        assertThat(asked.complete(path, "language", "vi", "interpreter", "PROFESSIONAL", "present", "Mai <Tran>", "mode", "PHONE", "item-food-risk", "often")).hasStatus(303);
        assertThat(town.get(town.rosa(), path)).bodyText().contains("Vietnamese", "A professional interpreter", "Mai &lt;Tran&gt;", "By phone");
        assertThat(town.get(town.rosa(), path + "/copy")).bodyText().contains("Held in Vietnamese.", "Interpreted by: A professional interpreter.", "Also present: Mai &lt;Tran&gt;.");
    }

    @Test
    void what_the_client_chose_leads_in_their_order_to_the_plan_and_to_services_of_its_category() {
        var client = town.openCase("Nell Need").clientId();
        var asked = new Interviews(town, town.rosa());
        asked.complete(asked.start(client, "strengths"), "item-yourself-hope", "now");
        var path = asked.start(client, "social-needs");
        assertThat(asked.complete(path, "item-food-wish", "now", "item-housing-wish", "now", "item-act-1", "housing", "item-act-2", "housing")).hasStatus(422).bodyText().contains("This is chosen twice.");
        assertThat(asked.complete(path, "item-food-wish", "now", "item-food-risk", "often", "item-housing-wish", "now", "item-transport-risk", "often", "item-act-1", "housing")).hasStatus(303);
        assertThat(town.get(town.rosa(), path)).bodyText().containsSubsequence("Help wanted with", "<b>Keeping your home</b>", "need=HOUSING", "<b>Food</b>", "need=FOOD", "From the strengths inventory:", "Hope:");
        assertThat(town.get(town.rosa(), path + "/copy")).bodyText().containsSubsequence("You want help with:", "Keeping your home", "Food");
        assertThat(town.get(town.rosa(), "/clients/" + client.text() + "/referrals/new?need=HOUSING")).bodyText().containsPattern("value=\"HOUSING\"\\s+selected");
        var goal = town.post(town.rosa(), "/clients/" + client.text() + "/plan/goals?from=" + path.replaceAll(".*/", ""), "need", "housing");
        assertThat(goal).hasStatus(303);
        assertThat(town.get(town.rosa(), goal.getResponse().getHeader("Location"))).bodyText().containsPattern("value=\"HOUSING\"[^>]*(selected|checked)");
        assertThat(town.post(town.rosa(), "/clients/" + client.text() + "/plan/goals?from=" + path.replaceAll(".*/", ""), "need", "transport")).hasStatus(404);

        var needs = asked.start(client, "needs");
        asked.complete(needs, "item-housing-level", "1", "item-act-1", "housing");
        assertThat(town.get(town.rosa(), needs)).bodyText().contains("/referrals/new?need=HOUSING", "From the strengths inventory:");
    }

    @Test
    void a_safety_sum_of_violence_asks_with_other_words_and_has_its_clock() {
        var client = town.openCase("Vida Violence").clientId();
        var asked = new Interviews(town, town.rosa());
        var path = asked.start(client, "ahc-hrsn-safety");
        assertThat(asked.complete(path, "item-total", "12", "item-form", "Paper")).hasStatus(422).bodyText().containsSubsequence("Before this is saved: safety", "800 799 7233", "The interview").doesNotContain("Suicide and Crisis");
        assertThat(asked.complete(path, "item-total", "12", "item-form", "Paper", "safetyNote", "Shelter called together")).hasStatus(303);
        assertThat(town.get(town.rosa(), path)).bodyText().contains("800 799 7233", "Shelter called together");
        assertThat(town.get(town.rosa(), path + "/copy")).bodyText().contains("you may not be safe").doesNotContain("hard thoughts");
        assertThat(town.get(town.rosa(), "/?more=5000")).bodyText().contains("Vida Violence", "Follow up on safety today");
        assertThat(town.get(town.vera(), "/?more=5000")).bodyText().contains("Vida Violence", "Look after safety with Rosa Alvarez today");
    }

    private void credential(org.casebridge.access.Actor who, Credential.Kind kind, String name, java.time.LocalDate until) {
        town.vera().run(() -> workers.add(who.account(), new AddCredential(kind, name, "N-1", "NY", until)));
    }
}
