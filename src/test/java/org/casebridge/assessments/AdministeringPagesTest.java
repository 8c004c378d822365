package org.casebridge.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Role;
import org.casebridge.clients.About;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.PersonName;
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

    /** With an instrument that no other test asks, and a worker whom no other gives credentials; what is required is taken back. */
    @Test
    void whoever_lacks_the_credential_or_the_training_is_refused_with_what_is_missing_and_who_could() {
        var asker = town.account(Role.CASE_MANAGER, "Asa Asker");
        var client = asker.act(() -> town.clients().add(NewClient.of(PersonName.read("Cleo Credential"), About.unknown())));
        var start = "/clients/" + client.text() + "/assessments";
        var able = town.account(Role.CASE_MANAGER, "Abla Able");
        var training = "Zarit training " + able.account().text().substring(0, 8);
        credential(able, Credential.Kind.CHW, "", Town.today().plusDays(30));
        credential(able, Credential.Kind.OTHER, training.toUpperCase(), null);
        try {
            assertThat(town.post(asker, "/library/zarit/workers", "anyOf", "CHW")).hasStatus(403);
            var draft = new Interviews(town, asker).start(client, "zarit");
            assertThat(town.post(town.adam(), "/library/zarit/workers", "anyOf", "CHW", "anyOf", "CCM", "training", training)).hasStatus(303);
            assertThat(town.get(asker, "/library/zarit")).bodyText().contains("one of CHW, CCM and the training “" + training + "”");

            assertThat(town.post(asker, start, "instrument", "zarit")).hasStatus(403).bodyText()
                    .contains("You lack one of CHW, CCM and the training “" + training + "”", "On the team, Abla Able can ask it.");
            assertThat(town.get(asker, start)).bodyText().contains("You lack one of CHW, CCM and the training");
            assertThat(town.post(asker, draft + "/completion", Interviews.said("item-total", "10", "item-form", "Paper"))).hasStatus(403);
            credential(asker, Credential.Kind.CCM, "", Town.today().minusDays(1));
            credential(asker, Credential.Kind.OTHER, training, null);
            assertThat(town.post(asker, start, "instrument", "zarit")).hasStatus(403).bodyText().contains("You lack CCM, which lapsed on");
            credential(asker, Credential.Kind.CHW, "", Town.today());
            assertThat(new Interviews(town, asker).complete(draft, "item-total", "10", "item-form", "Paper")).hasStatus(303);
        } finally {
            assertThat(town.post(town.adam(), "/library/zarit/workers")).hasStatus(303);
        }
        assertThat(town.get(asker, "/library/zarit")).bodyText().contains("Nothing more is required.");
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
        assertThat(town.get(town.rosa(), "/?more=5000")).bodyText().contains("Vida Violence", "Follow up on safety");
        assertThat(town.get(town.vera(), "/?more=5000")).bodyText().contains("Vida Violence", "Look after safety with Rosa Alvarez");
    }

    @Test
    void our_own_instruments_have_critical_answers_too_and_an_agency_adds_its_own_by_rule() {
        var client = town.openCase("Rula Rule").clientId();
        var asked = new Interviews(town, town.rosa());
        var path = asked.start(client, "needs");
        assertThat(town.get(town.rosa(), path + "/answers")).bodyText().contains("When an answer means danger", "answered with anything but no or not at all: Safety.");
        assertThat(asked.complete(path, "item-safety-level", "1")).hasStatus(422).bodyText().contains("“Safety: How is it now?” was answered “1 In crisis”. Ask about it now", "800 799 7233");
        assertThat(asked.complete(path, "item-safety-level", "1", "safetyNote", "Shelter")).hasStatus(303);
        assertThat(town.get(town.rosa(), path)).bodyText().contains("“Safety: How is it now?” was answered “1 In crisis”.", "Done at once: Shelter");
        var screened = asked.start(client, "social-needs");
        assertThat(asked.complete(screened, "item-partner-risk", "yes")).hasStatus(422).bodyText().contains("was answered “Yes”. Ask about it now");

        var page = "/library/strengths/critical";
        var answer = "yourself-hope growing";
        assertThat(town.get(town.rosa(), page)).bodyText().contains("None yet.").doesNotContain("Add an answer");
        assertThat(town.post(town.rosa(), page, "answer", answer, "danger", "SUICIDE", "hours", "4")).hasStatus(403);
        assertThat(town.post(town.adam(), page, "answer", "nothing such", "danger", "SUICIDE", "hours", "4")).hasStatus(422).bodyText().contains("Choose one of the answers offered.");
        assertThat(town.post(town.adam(), page, "answer", answer, "danger", "SUICIDE", "hours", "73")).hasStatus(422).bodyText().contains("1 to 72");
        assertThat(town.post(town.adam(), page, "answer", answer, "danger", "SUICIDE", "hours", "4")).hasStatus(303);
        var done = asked.start(client, "strengths");
        try {
            assertThat(town.post(town.adam(), page, "answer", answer, "danger", "SUICIDE", "hours", "4")).hasStatus(422).bodyText().contains("acted on at once already");
            assertThat(asked.complete(done, "item-yourself-hope", "growing")).hasStatus(422).bodyText().contains("Ask about it now", "988");
            assertThat(asked.complete(done, "item-yourself-hope", "growing", "safetyNote", "Talked it through")).hasStatus(303);
        } finally {
            var ending = new String(town.get(town.adam(), page).getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8).replaceAll("(?s).*action=\"([^\"]*/ending)\".*", "$1");
            assertThat(town.post(town.adam(), ending)).hasStatus(303);
            assertThat(town.post(town.adam(), ending)).hasStatus(404);
        }
        assertThat(town.get(town.rosa(), done)).bodyText().contains("Done at once: Talked it through", "988");
        assertThat(town.get(town.rosa(), "/?more=5000")).bodyText().contains("Talked it through");
        var later = asked.start(client, "strengths");
        assertThat(asked.complete(later, "item-yourself-hope", "growing")).hasStatus(303);
    }

    private void credential(org.casebridge.access.Actor who, Credential.Kind kind, String name, java.time.LocalDate until) {
        town.vera().run(() -> workers.add(who.account(), new AddCredential(kind, name, "N-1", "NY", until)));
    }
}
