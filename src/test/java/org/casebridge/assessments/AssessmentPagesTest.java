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
        assertThat(complete(path, phq9("000000001"))).hasStatus(422).bodyText().contains("Item 9 was answered “several days”. Ask about it now");
        assertThat(assessments(client)).allMatch(it -> it.assessment().draft());
        assertThat(complete(path, phq9("000000001", "safetyNote", "Called 988 <together>"))).hasStatus(303);

        assertThat(town.get(town.rosa(), path)).bodyText().contains("Item 9 was answered “several days”.", "Done at once: Called 988 &lt;together&gt;");
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("chip flag", "PHQ-9 · Item 9,", "Item 9 was answered “several days”.");
        assertThat(town.get(town.rosa(), "/?more=5000")).bodyText().contains("Nina Nine", "Follow up on safety");
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
        assertThat(town.post(town.rosa(), "/clients/" + client.text() + "/assessments", "instrument", "vi-spdat")).hasStatus(422).bodyText().contains("it put people of color behind others in the same need");
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
    void a_phq_2_of_3_offers_the_phq_9() {
        var client = town.openCase("Olga Offer").clientId();
        var path = start(client, "phq-2");
        complete(path, interview("item-44250-9", "LA6570-1", "item-44255-8", "LA6569-3"));
        assertThat(town.get(town.rosa(), path)).bodyText().contains("at or above the cut-off", "A PHQ-2 of 3 or more asks for the whole PHQ-9.", "Ask it now", "value=\"phq-9\"");
        var low = start(client, "phq-2");
        complete(low, interview("item-44250-9", "LA6569-3", "item-44255-8", "LA6569-3"));
        assertThat(town.get(town.rosa(), low)).bodyText().contains("below the cut-off").doesNotContain("Ask it now");
    }

    @Test
    void the_c_ssrs_is_acted_on_before_it_is_saved_and_a_skipped_question_is_not_guessed() {
        var client = town.openCase("Carla Columbia").clientId();
        var path = start(client, "c-ssrs");
        assertThat(town.get(town.rosa(), path + "/answers?in=es")).bodyText().contains("2) Have you actually had any thoughts of killing yourself?", "Held in English only", "not asked", "Question 6, past 3 months");
        assertThat(complete(path, cssrs("nn...y"))).hasStatus(422).bodyText().contains("3 of 4 are answered");
        assertThat(complete(path, cssrs("nn.y.n"))).hasStatus(422).bodyText().contains("What was answered before means that this is not asked.");
        assertThat(complete(path, cssrs("yyyynn"))).hasStatus(422).bodyText().contains("Question 4 was answered “yes”. Ask about it now");
        assertThat(assessments(client)).allMatch(it -> it.assessment().draft());
        assertThat(complete(path, cssrs("yyyynn", "safetyNote", "Crisis team came"))).hasStatus(303);
        assertThat(town.get(town.rosa(), path)).bodyText().contains("high risk", "Question 4 was answered “yes”.", "Crisis team came").doesNotContain("of 3 ·");
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("C-SSRS screener · Question 4,", "C-SSRS screener: high risk");
        assertThat(needs()).contains("Carla Columbia");
    }

    @Test
    void a_score_only_instrument_keeps_its_total_its_band_and_where_the_form_is() {
        var client = town.openCase("Mona Montreal").clientId();
        var path = start(client, "moca");
        assertThat(complete(path, interview("item-total", "31", "item-form", "Red folder"))).hasStatus(422).bodyText().contains("Write a whole number from 0 to 30.");
        assertThat(complete(path, interview("item-total", "-1", "item-form", "Red folder"))).hasStatus(422).bodyText().contains("Write a whole number from 0 to 30.");
        assertThat(complete(path, interview("item-total", "25"))).hasStatus(422).bodyText().contains("1 of 2 are answered");
        assertThat(complete(path, interview("item-total", "25", "item-form", "Red folder, room 3"))).hasStatus(303);
        assertThat(town.get(town.rosa(), path)).bodyText().contains("25", "of 30", "below the cut-off for memory and thinking", "Red folder, room 3", "Its words are not held here.");
    }

    @Test
    void every_scored_instrument_has_its_course_and_says_when_chance_cannot_be_told() {
        var client = town.openCase("Gerda Course").clientId();
        for (var day : List.of(today.minusDays(30), today)) {
            complete(start(client, "epds"), interview("item-total", day.equals(today) ? "14" : "9", "item-form", "Paper", "assessedOn", day.toString()));
        }
        assertThat(town.get(town.rosa(), "/clients/" + client.text() + "/assessments")).bodyText().contains("EPDS over time: 2 scores, the last 14, probable depression",
                "A rise of 5. Not enough is known to tell whether that is more than chance.", "As a table", "<polyline");
    }

    @Test
    void social_risks_are_found_and_needs_chosen_and_strengths_named_without_a_total() {
        var client = town.openCase("Sonia Social").clientId();
        var path = start(client, "social-needs");
        complete(path, interview("item-food-risk", "often", "item-food-wish", "now", "item-housing-risk", "yes", "item-housing-wish", "later", "item-work-risk", "no"));
        assertThat(town.get(town.rosa(), path)).bodyText().contains("Help wanted with", "<b>Food</b>", "Risks found, not chosen to act on now", "<li>Keeping your home</li>", "There is no total");
        var strong = start(client, "strengths");
        complete(strong, interview("item-yourself-hope", "now", "item-skills-craft", "growing"));
        assertThat(town.get(town.rosa(), strong)).bodyText().contains("<li>Hope: seeing that things can get better</li>", "What could grow", "<li>Work, a trade, a craft</li>");
        assertThat(town.get(town.rosa(), "/clients/" + client.text() + "/assessments")).bodyText().contains("2 risks found, help wanted with one", "one strength");
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

    @Test
    void two_interviews_are_read_question_by_question_the_earlier_one_first() {
        var client = town.openCase("Bea Beside").clientId();
        var first = start(client, "phq-9");
        complete(first, phq9("333330000", "assessedOn", today.minusDays(40).toString()));
        assertThat(town.get(town.rosa(), first + "/beside")).hasStatus(303).hasRedirectedUrl(first);
        var second = start(client, "phq-9");
        complete(second, phq9("333330010"));

        assertThat(town.get(town.rosa(), second)).bodyText().contains(second + "/beside", second + "/copy");
        assertThat(town.get(town.rosa(), first + "/beside")).hasStatusOk().bodyText().contains("One answer is different; it is marked.", "A rise of 1: too small to tell from chance")
                .containsSubsequence("Score", ">15<", ">16<", "Moving or speaking so slowly", "different", "Not at all", "Several days");
        var needs = start(client, "needs");
        assertThat(complete(needs, interview("item-hopes", "Sleep"))).hasStatus(303);
        assertThat(town.get(town.rosa(), second + "/beside?other=" + needs.substring(needs.lastIndexOf('/') + 1))).hasStatus(422).bodyText().contains("with the same instrument");
        assertThat(town.get(town.sam(), second + "/beside")).hasStatus(404);
    }

    @Test
    void a_client_gets_a_copy_in_their_language_with_a_plain_summary_first_and_the_account_says_so() throws Exception {
        var client = town.openCase("Copa Spanish").clientId();
        town.speaks(client, "es");
        var path = start(client, "phq-9");
        assertThat(town.get(town.rosa(), path + "/copy")).hasStatus(409).bodyText().contains("This is still a draft.");
        complete(path, phq9("333330001", "safetyNote", "Stayed until her sister came"));

        assertThat(town.get(town.rosa(), path + "/copy")).hasStatusOk().bodyText()
                .containsSubsequence("<html lang=\"es\">", "En resumen", "Sus respuestas suman 16.", "988", "Sus respuestas", "Poco interés o placer en hacer cosas", "Casi todos los días")
                .doesNotContain("Stayed until her sister came");
        var file = town.post(town.rosa(), path + "/copy");
        assertThat(file).hasStatusOk().hasHeader("Content-Type", "application/pdf");
        try (var pdf = org.apache.pdfbox.Loader.loadPDF(file.getResponse().getContentAsByteArray())) {
            var first = new org.apache.pdfbox.text.PDFTextStripper();
            first.setEndPage(1);
            assertThat(first.getText(pdf)).contains("Copa Spanish", "En resumen", "Sus respuestas suman 16.").doesNotContain("Poco interés");
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(pdf)).contains("Poco interés o placer en hacer cosas");
        }
        assertThat(town.get(town.sam(), path + "/copy")).hasStatus(404);
        assertThat(town.post(town.sam(), path + "/copy")).hasStatus(404);
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
        return town.rosa().act(() -> transaction.execute(_ -> town.needs((NeedSource) needs, new Mine(town.rosa().account(), today, List.of())).stream().map(it -> it.name()).toList()));
    }

    private String[] phq9(String vector, String... otherwise) {
        var fields = new ArrayList<String>();
        Phq9Test.answers(vector).byItem().forEach((item, code) -> fields.addAll(List.of("item-" + item, code)));
        return both(interview(otherwise), fields);
    }

    private String[] cssrs(String vector, String... otherwise) {
        var items = List.of("93246-7", "93247-5", "93248-3", "93249-1", "93250-9", "93267-3");
        var fields = new ArrayList<String>();
        for (int i = 0; i < items.size(); i++) {
            if (vector.charAt(i) != '.') {
                fields.addAll(List.of("item-" + items.get(i), vector.charAt(i) == 'y' ? "LA33-6" : "LA32-8"));
            }
        }
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
