package org.casebridge.assessments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Role;
import org.casebridge.clients.ClientId;
import org.casebridge.tasks.Mine;
import org.casebridge.tasks.NeedSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PageTest
class AssessmentPagesTest {

    @Autowired Town town;
    @Autowired Assessments assessments;
    @Autowired SafetyNeeds needs;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private final LocalDate today = Town.today();

    @Test
    void a_phq9_is_asked_scored_and_told() {
        var client = town.openCase("Paula Quinn").clientId();
        var path = start(client, "phq-9");
        assertThat(town.get(town.rosa(), path + "/answers")).bodyText().contains("Little interest or pleasure in doing things?", "More than half the days", "988", "LOINC");
        assertThat(town.get(town.rosa(), path + "/answers?in=es")).bodyText().contains("Poco interés o placer en hacer cosas", "Más de la mitad de los días");

        assertThat(complete(path, phq9("333330000"))).hasStatus(303).hasRedirectedUrl(path);
        assertThat(town.get(town.rosa(), path)).bodyText().contains("15", "moderately severe", "First score, nothing to compare yet.", "A score is no diagnosis.", "No permission is required")
                .doesNotContain("Item 9 was answered");
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("PHQ-9: 15, moderately severe", "<svg class=\"trend\"", "As a table", ">Assess<");
        assertThat(town.get(town.rosa(), "/clients/" + client.text() + "/assessments")).bodyText().contains("15 of 27, moderately severe");
    }

    @Test
    void a_second_score_is_compared_with_the_one_before() {
        var client = town.openCase("Tara Trend").clientId();
        complete(start(client, "phq-9"), phq9("333330000", "assessedOn", today.minusDays(40).toString()));
        var second = start(client, "phq-9");
        complete(second, phq9("111111110"));
        assertThat(town.get(town.rosa(), second)).bodyText().contains("Before: 15 on", "A fall of 7 is more than chance (it takes 5; Löwe et al. 2004).", "<polyline");
    }

    @Test
    void what_is_not_answered_is_no_zero() {
        var client = town.openCase("Gap Gina").clientId();
        var path = start(client, "phq-9");
        assertThat(complete(path, phq9("33333.33."))).hasStatus(422).bodyText().contains("7 of 9 are answered", "checked");
        assertThat(complete(path, phq9("33333.33.", "unansweredStays", "true"))).hasStatus(303);
        assertThat(town.get(town.rosa(), path)).bodyText().contains("not valid yet: 7 of 9 answered", "A part is never counted as if the rest were zero.");
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("PHQ-9: no score, 7 of 9 answered").doesNotContain("svg class=\"trend\"");
    }

    @Test
    void item_9_is_acted_on_before_it_is_saved_flagged_and_followed_up() {
        var client = town.openCase("Nina Nine").clientId();
        var path = start(client, "phq-9");
        assertThat(complete(path, phq9("000000001"))).hasStatus(422).bodyText().contains("The last question was answered “several days”. Ask about it now");
        assertThat(assessments(client)).allMatch(it -> it.assessment().draft());
        assertThat(complete(path, phq9("000000001", "safetyNote", "Called 988 <together>"))).hasStatus(303);

        assertThat(town.get(town.rosa(), path)).bodyText().contains("Item 9 was answered “several days”.", "Done at once: Called 988 &lt;together&gt;");
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("chip flag", "PHQ-9 item 9,", "Item 9 was answered “several days”.");
        assertThat(town.get(town.rosa(), "/?more=5000")).bodyText().contains("Nina Nine", "Follow up on safety today");
        assertThat(needs()).contains("Nina Nine");

        assertThat(town.post(town.rosa(), path + "/follow-up", "words", " ")).hasStatus(422).bodyText().contains("Write what you did, and who knows about it now.");
        assertThat(town.post(town.rosa(), path + "/follow-up", "words", "Safety plan made with her sister")).hasStatus(303);
        assertThat(town.get(town.rosa(), path)).bodyText().contains("Safety plan made with her sister");
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().doesNotContain("chip flag");
        assertThat(needs()).doesNotContain("Nina Nine");
        assertThat(town.post(town.rosa(), path + "/follow-up", "words", "Again")).hasStatus(409).bodyText().contains("There is nothing to follow up here.");
    }

    @Test
    void a_later_score_without_a_critical_answer_clears_the_flag() {
        var client = town.openCase("Clea Clear").clientId();
        complete(start(client, "phq-9"), phq9("000000003", "assessedOn", today.minusDays(3).toString(), "safetyNote", "Clinic the same day"));
        assertThat(needs()).contains("Clea Clear");
        complete(start(client, "phq-9"), phq9("000000000"));
        assertThat(needs()).doesNotContain("Clea Clear");
    }

    @Test
    void what_is_completed_stays_and_is_corrected_by_a_new_one_that_names_it() {
        var client = town.openCase("Cora Correct").clientId();
        var path = start(client, "phq-9");
        complete(path, phq9("333333330"));
        assertThat(complete(path, phq9("000000000"))).hasStatus(422).bodyText().contains("stays as it is");
        assertThat(town.post(town.rosa(), path + "/draft", phq9("000000000"))).hasStatus(422);
        assertThat(town.post(town.rosa(), path + "/discarding")).hasStatus(409);
        var id = assessments(client).getFirst().assessment().id();
        assertThatThrownBy(() -> town.rosa().run(() -> transaction.executeWithoutResult(_ -> db.sql("update assessments.assessment set score = 0 where id = ?").param(id.value()).update())))
                .hasMessageContaining("does not change");

        var correction = town.post(town.rosa(), path + "/correction").getResponse().getHeader("Location").replace("/answers", "");
        assertThat(town.get(town.rosa(), correction + "/answers")).bodyText().contains("This corrects an earlier one", "checked");
        complete(correction, phq9("111111110"));
        assertThat(town.get(town.rosa(), correction)).bodyText().contains("8", "mild", "First score, nothing to compare yet.", "This corrects an earlier assessment.");
        assertThat(town.get(town.rosa(), path)).bodyText().contains("This assessment was corrected.", correction);
        assertThat(town.post(town.rosa(), path + "/correction")).hasStatus(409).bodyText().contains("Correct the newer one.");
        assertThat(town.rosa().act(() -> assessments.trend(client, "phq-9")).orElseThrow().points()).hasSize(1).allMatch(it -> it.score() == 8);
    }

    @Test
    void a_draft_is_kept_for_later_gone_on_with_and_thrown_away() {
        var client = town.openCase("Drew Draft").clientId();
        var path = start(client, "needs");
        assertThat(start(client, "needs")).isEqualTo(path);
        assertThat(town.post(town.rosa(), path + "/draft", interview("item-situation", "Sleeps in the <car>", "item-housing-level", "1"))).hasStatus(303);
        assertThat(town.get(town.rosa(), path + "/answers")).bodyText().contains("Sleeps in the &lt;car&gt;").containsPattern("value=\"1\"\\s+checked");
        assertThat(town.get(town.rosa(), "/clients/" + client.text() + "/assessments")).bodyText().contains("Begun by Rosa Alvarez", "Go on");
        assertThat(town.post(town.rosa(), path + "/discarding")).hasStatus(303);
        assertThat(assessments(client)).isEmpty();
    }

    @Test
    void what_was_typed_survives_as_a_draft_with_every_chosen_answer() {
        var client = town.openCase("Dina Typing").clientId();
        var path = start(client, "phq-9");
        var typed = new ArrayList<>(List.of(phq9("123012301")));
        typed.addAll(List.of("_draft", path + "/completion"));
        assertThat(town.post(town.rosa(), "/drafts", typed.toArray(String[]::new))).hasStatusOk();
        var page = town.get(town.rosa(), path + "/answers");
        assertThat(page).bodyText().contains("This is your draft");
        assertThat(count(body(page).replaceAll("\\s+", " "), "\" checked")).isEqualTo(9);
    }

    @Test
    void the_needs_assessment_tells_risk_from_need_and_compares_with_the_first() {
        var client = town.openCase("Nora Needs").clientId();
        var first = start(client, "needs");
        complete(first, interview("assessedOn", today.minusDays(90).toString(), "item-housing-level", "1", "item-food-level", "2"));
        var path = start(client, "needs");
        assertThat(complete(path, interview("item-act-1", "housing", "item-act-2", "housing"))).hasStatus(422).bodyText().contains("This is chosen twice.");
        assertThat(complete(path, interview("item-hopes", "My son to stay over on weekends", "item-housing-level", "3", "item-housing-hard", "Notice to leave", "item-food-level", "2",
                "item-people-level", "5", "item-people-helps", "Church choir", "item-act-1", "housing"))).hasStatus(303);
        assertThat(town.get(town.rosa(), path)).bodyText().contains("“My son to stay over on weekends”", "Notice to leave", "Risks found, not chosen to act on now", "2 Struggling", "Church choir",
                "better", "<circle");
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("Comprehensive needs assessment completed");
    }

    @Test
    void answers_that_cannot_be_are_refused_beside_their_question_and_unknown_ones_never_kept() {
        var client = town.openCase("Attila Attack").clientId();
        var path = start(client, "needs");
        assertThat(complete(path, interview())).hasStatus(422).bodyText().contains("Nothing is answered yet.");
        assertThat(complete(path, interview("item-housing-level", "6"))).hasStatus(422).bodyText().contains("Choose one of the answers offered.");
        assertThat(complete(path, interview("item-housing-level", "1", "item-housing-level", "2"))).hasStatus(422).bodyText().contains("Choose one of the answers offered.");
        assertThat(complete(path, interview("item-situation", "a\0b"))).hasStatus(422).bodyText().contains("a character that cannot be kept");
        assertThat(complete(path, interview("item-situation", "x".repeat(4001)))).hasStatus(422).bodyText().contains("Keep this to 4,000 characters or fewer.");
        assertThat(complete(path, interview("item-situation", "x".repeat(10_000_000)))).hasStatus(422);
        assertThat(complete(path, interview("item-situation", "ok", "assessedOn", "2026-02-31"))).hasStatus(422).bodyText().contains("Write a date that exists");
        assertThat(complete(path, interview("item-situation", "ok", "assessedOn", today.plusDays(2).toString()))).hasStatus(422).bodyText().contains("still to come");
        assertThat(complete(path, interview("item-situation", "ok", "stage", "SOMEDAY"))).hasStatus(422).bodyText().contains("Choose one of the answers offered.");
        assertThat(complete(path, interview("item-situation", "ok", "language", "tlh"))).hasStatus(422).bodyText().contains("Choose one of the answers offered.");
        assertThat(assessments(client)).hasSize(1).allMatch(it -> it.assessment().draft() && it.assessment().answers().byItem().isEmpty());
        assertThat(complete(path, interview("item-situation", "ok", "item-nonsense", "x", "item-housing", "1"))).hasStatus(303);
        assertThat(assessments(client).getFirst().assessment().answers().byItem()).containsOnlyKeys("situation");
        assertThat(town.post(town.rosa(), "/clients/" + client.text() + "/assessments", "instrument", "vi-spdat")).hasStatus(404);
        assertThat(town.post(town.rosa(), "/clients/" + client.text() + "/assessments")).hasStatus(404);
    }

    @Test
    void a_colleague_who_cannot_reach_the_client_finds_nothing_and_a_swapped_client_neither() {
        var client = town.openCase("Hidden Hugo").clientId();
        var path = start(client, "phq-9");
        var done = start(client, "needs");
        complete(done, interview("item-situation", "secret words"));
        for (var page : List.of(path, path + "/answers", done, "/clients/" + client.text() + "/assessments")) {
            assertThat(town.get(town.sam(), page)).hasStatus(404);
        }
        assertThat(town.post(town.sam(), path + "/completion", phq9("000000000"))).hasStatus(404);
        assertThat(town.post(town.sam(), path + "/draft", phq9("000000000"))).hasStatus(404);
        assertThat(town.post(town.sam(), path + "/discarding")).hasStatus(404);
        assertThat(town.post(town.sam(), done + "/correction")).hasStatus(404);
        assertThat(town.post(town.sam(), "/clients/" + client.text() + "/assessments", "instrument", "phq-9")).hasStatus(404);
        assertThat(town.get(town.ines(), done)).hasStatus(403);
        assertThat(town.get(town.ines(), "/clients/" + client.text())).bodyText().doesNotContain("secret words", ">Assess<");

        var other = town.openCase("Other Ota").clientId();
        var swapped = path.replaceFirst("/clients/[^/]+", "/clients/" + other.text());
        assertThat(town.get(town.rosa(), swapped)).hasStatus(404);
        assertThat(town.post(town.rosa(), swapped + "/completion", phq9("000000000"))).hasStatus(404);
        assertThat(town.post(town.rosa(), swapped + "/discarding")).hasStatus(404);
        assertThat(assessments(client)).hasSize(2);
    }

    @Test
    void it_reads_in_spanish() {
        var client = town.openCase("Sol Marín").clientId();
        var path = start(client, "phq-9");
        complete(path, phq9("333330002", "safetyNote", "988"));
        var spanish = town.account(Role.SUPERVISOR, "Verónica Lara");
        town.post(spanish, "/language", "language", "es", "page", "/");
        assertThat(town.get(spanish, path)).bodyText().contains("moderadamente grave", "La pregunta 9 se respondió «más de la mitad de los días».", "Poco interés o placer en hacer cosas");
    }

    private String start(ClientId client, String instrument) {
        var started = town.post(town.rosa(), "/clients/" + client.text() + "/assessments", "instrument", instrument);
        assertThat(started).hasStatus(303);
        return started.getResponse().getHeader("Location").replace("/answers", "");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult complete(String path, String... fields) {
        return town.post(town.rosa(), path + "/completion", fields);
    }

    private List<AssessmentLine> assessments(ClientId client) {
        return town.rosa().act(() -> assessments.of(client));
    }

    private List<String> needs() {
        return town.rosa().act(() -> transaction.execute(_ -> ((NeedSource) needs).of(new Mine(town.rosa().account(), today, List.of())).stream().map(it -> it.name()).toList()));
    }

    private String[] phq9(String vector, String... otherwise) {
        var fields = new ArrayList<String>();
        Phq9Test.answers(vector).byItem().forEach((item, code) -> fields.addAll(List.of("item-" + item, code)));
        return both(interview(otherwise), fields);
    }

    /** An interview held today, with fields added or said otherwise; a field of the interview itself takes the place of its usual value. */
    private String[] interview(String... more) {
        var fields = new ArrayList<String>();
        var usual = new java.util.LinkedHashMap<String, String>();
        usual.put("stage", "UPDATE");
        usual.put("assessedOn", today.toString());
        usual.put("mode", "IN_PERSON");
        usual.put("language", "en");
        for (int i = 0; i < more.length; i += 2) {
            usual.remove(more[i]);
            fields.addAll(List.of(more[i], more[i + 1]));
        }
        usual.forEach((name, value) -> fields.addAll(List.of(name, value)));
        return fields.toArray(String[]::new);
    }

    private static String[] both(String[] some, List<String> more) {
        var all = new ArrayList<>(List.of(some));
        all.addAll(more);
        return all.toArray(String[]::new);
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }

    private static String body(org.springframework.test.web.servlet.assertj.MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
