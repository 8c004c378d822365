package org.casebridge.assessments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every scored instrument against vectors from its published rule: each boundary of each band, missing items, reversed items, critical answers, skips.
 * A vector has one character for each scored question in order: a weight, {@code y} or {@code n}, or a dot for what is not answered.
 */
class ScoringVectorsTest {

    private final Instruments instruments = new Instruments(JsonMapper.shared());

    ScoringVectorsTest() throws IOException {}

    @ParameterizedTest
    @CsvSource({
            "phq-2, 00, 0, below the cut-off", "phq-2, 11, 2, below the cut-off", "phq-2, 02, 2, below the cut-off",
            "phq-2, 12, 3, at or above the cut-off", "phq-2, 30, 3, at or above the cut-off", "phq-2, 33, 6, at or above the cut-off",
            "gad-7, 0000000, 0, minimal anxiety", "gad-7, 1111000, 4, minimal anxiety", "gad-7, 0000022, 4, minimal anxiety",
            "gad-7, 1111100, 5, mild anxiety", "gad-7, 3330000, 9, mild anxiety",
            "gad-7, 1111222, 10, moderate anxiety", "gad-7, 2222222, 14, moderate anxiety",
            "gad-7, 3222222, 15, severe anxiety", "gad-7, 3333333, 21, severe anxiety",
            "pcl-5, 00000000000000000000, 0, below the provisional cut-off", "pcl-5, 44444442000000000000, 30, below the provisional cut-off",
            "pcl-5, 22222222222222200001, 31, at the provisional cut-off", "pcl-5, 44444444100000000000, 33, at the provisional cut-off",
            "pcl-5, 44444444200000000000, 34, above the provisional cut-off", "pcl-5, 44444444444444444444, 80, above the provisional cut-off"})
    void weights_add_up_and_fall_into_their_band(String id, String vector, int total, String band) {
        assertThat(valid(id, weights(id, vector))).satisfies(it -> {
            assertThat(it.total()).isEqualTo(total);
            assertThat(it.band().name().english()).isEqualTo(band);
        });
    }

    /** Items 1, 5, 7, 11 and 13 count when they are answered no (Sheikh, Yesavage 1986). */
    @ParameterizedTest
    @CsvSource({
            "ynnnynynnnynynn, 0, normal", "nnnnynynnnynynn, 1, normal", "yynnynynnnynynn, 1, normal", "yyyynnynnnynynn, 4, normal", "nyyyynynnnynynn, 4, normal",
            "yyyynyynnnynynn, 5, mild depression", "nnnnnnnnnnnnnnn, 5, mild depression", "yyyyyyyyyyyyyyy, 10, moderate depression",
            "nyyynynnnnnnnnn, 9, moderate depression", "nyyynynyynnnnnn, 11, moderate depression", "nyyynnnnnnnnnnn, 8, mild depression",
            "nyyynynyyynnnnn, 12, severe depression", "nyyynynyyynynyy, 15, severe depression"})
    void gds_15_counts_reversed_items_the_other_way(String vector, int total, String band) {
        assertThat(valid("gds-15", yesNo("gds-15", vector))).satisfies(it -> {
            assertThat(it.total()).isEqualTo(total);
            assertThat(it.band().name().english()).isEqualTo(band);
        });
    }

    /** Past month 1 to 5, then ever, then in the past 3 months; what is skipped is a dot. Low: 1 or 2; moderate: 3 or ever; high: 4, 5 or the past 3 months. */
    @ParameterizedTest
    @CsvSource({
            "nn...n., no risk found by these questions, ", "yn...n., low risk, ", "nynnnn., low risk, ", "yynnnn., low risk, ",
            "yyynnn., moderate risk, ", "nyynnn., moderate risk, ", "nn...yn, moderate risk, Question 6", "yn...yn, moderate risk, Question 6",
            "yynynn., high risk, Question 4", "nynnyn., high risk, Question 5", "yyyyyyy, high risk, Question 5", "nn...yy, high risk, 'Question 6, past 3 months'",
            "yyynnyy, high risk, 'Question 6, past 3 months'", "yyyynyn, high risk, Question 4"})
    void the_c_ssrs_screener_triages_and_its_grave_answers_call_for_action(String vector, String level, String alarm) {
        var answers = yesNo("c-ssrs", vector);
        assertThat(valid("c-ssrs", answers).band().name().english()).isEqualTo(level);
        assertThat(scoring("c-ssrs").critical(instruments.get("c-ssrs"), answers).map(it -> it.question().english()).orElse(null)).isEqualTo(alarm);
    }

    @ParameterizedTest
    @CsvSource({"nn....., 2, 3", "yy...n., 3, 6", "nn...y., 3, 4", "......., 0, 3", ".n...n., 2, 3", "yyyy.n., 5, 6"})
    void the_c_ssrs_screener_has_no_level_while_what_is_asked_is_open(String vector, int answered, int required) {
        assertThat(scoring("c-ssrs").score(instruments.get("c-ssrs"), yesNo("c-ssrs", vector))).isEqualTo(new Score.NotYet(answered, required));
    }

    @ParameterizedTest
    @CsvSource({"y......, false", "....y.., true", "...y..., true", ".....y., true", "......y, true", "..y...., false"})
    void a_grave_answer_calls_for_action_even_when_the_rest_is_open(String vector, boolean alarm) {
        assertThat(scoring("c-ssrs").critical(instruments.get("c-ssrs"), yesNo("c-ssrs", vector)).isPresent()).isEqualTo(alarm);
    }

    @Test
    void question_2_of_the_c_ssrs_answered_no_skips_to_question_6() {
        var cssrs = instruments.get("c-ssrs");
        assertThat(asked(cssrs, Map.of("93247-5", "LA32-8"))).containsExactly("93246-7", "93247-5", "93267-3");
        assertThat(asked(cssrs, Map.of("93247-5", "LA33-6", "93267-3", "LA33-6"))).containsExactly("93246-7", "93247-5", "93248-3", "93249-1", "93250-9", "93267-3", "93269-9");
    }

    @ParameterizedTest
    @CsvSource({"n....., 0, below the cut-off", "ynnnnn, 0, below the cut-off", "yyynnn, 2, below the cut-off", "yyyynn, 3, at the sensitive cut-off", "ynnyyy, 3, at the sensitive cut-off",
            "yyyyyn, 4, positive", "yyyyyy, 5, positive"})
    void the_pc_ptsd_5_is_zero_without_the_event_and_counts_yes_after_it(String vector, int total, String band) {
        var answers = new HashMap<>(yesNo("pc-ptsd-5", vector.substring(1)).byItem());
        answers.put("event", vector.charAt(0) == 'y' ? "LA33-6" : "LA32-8");
        assertThat(valid("pc-ptsd-5", new Answers(answers))).satisfies(it -> {
            assertThat(it.total()).isEqualTo(total);
            assertThat(it.band().name().english()).isEqualTo(band);
        });
    }

    @ParameterizedTest
    @CsvSource({
            "0, no, '', 0, 0, 0", "1, no, '', 0, 1, 0", "2, no, '', 0, 2, 0", "3, no, '', 0, 3, 0", "4, no, '', 0, 4, 0", "6, no, '', 0, 4, 0", "7, no, '', 0, 5, 0", "13, no, '', 0, 5, 0", "14, no, '', 0, 7, 0", "90, no, '', 0, 7, 0",
            "0, yes, '', 0, 3, 0", "0, no, mi, 0, 1, 1", "0, no, 'mi stroke', 0, 2, 2", "0, no, dementia, 0, 3, 3", "0, no, aids, 0, 5, 5", "0, no, 'mi dementia', 0, 5, 5", "0, no, metastatic, 0, 5, 5",
            "0, no, '', 1, 1, 0", "0, no, '', 4, 4, 0", "0, no, '', 9, 4, 0", "14, yes, 'chf lung', 4, 19, 5"})
    void lace_is_calculated_from_days_admission_illnesses_and_visits(int days, String acute, String illnesses, int visits, int total, int comorbidity) {
        var score = valid("lace", lace(days, acute, illnesses, visits));
        assertThat(score.total()).isEqualTo(total);
        assertThat(score.parts()).extracting(it -> it.name().english()).containsExactly("Length of stay", "Acute admission", "Comorbidity", "Emergency visits");
        assertThat(score.parts().get(2).points()).isEqualTo(comorbidity);
    }

    @ParameterizedTest
    @CsvSource({"6, yes, '', 2, 9, below high risk of return", "7, yes, '', 2, 10, high risk of return"})
    void lace_is_high_from_10_on(int days, String acute, String illnesses, int visits, int total, String band) {
        assertThat(valid("lace", lace(days, acute, illnesses, visits))).satisfies(it -> {
            assertThat(it.total()).isEqualTo(total);
            assertThat(it.band().name().english()).isEqualTo(band);
        });
    }

    @Test
    void lace_has_no_score_while_one_illness_is_open_or_a_number_cannot_be() {
        var answers = new HashMap<>(lace(3, "no", "", 0).byItem());
        answers.remove("has-dementia");
        assertThat(scoring("lace").score(instruments.get("lace"), new Answers(answers))).isEqualTo(new Score.NotYet(16, 17));
        answers.put("has-dementia", "no");
        answers.put("days", "4000");
        assertThat(scoring("lace").score(instruments.get("lace"), new Answers(answers))).isEqualTo(new Score.NotYet(16, 17));
    }

    /** Answers to TAPS-1 (tobacco, alcohol, drugs, prescriptions), then what of TAPS-2 is answered yes; all else that is asked is answered no. */
    @ParameterizedTest
    @CsvSource({
            "never never never never, '', 0, '', no use in the last 3 months",
            "daily never never never, '', 0, '', no use in the last 3 months",
            "daily never never never, taps2-tobacco, 1, Tobacco 1, problem use",
            "less never never never, taps2-tobacco taps2-tobacco-ten, 2, Tobacco 2, higher risk",
            "weekly never never never, taps2-tobacco taps2-tobacco-ten taps2-tobacco-waking, 3, Tobacco 3, higher risk",
            "never monthly never never, taps2-alcohol taps2-alcohol-day taps2-alcohol-stop taps2-alcohol-concern, 4, Alcohol 4, higher risk",
            "never never daily never, taps2-marijuana taps2-heroin taps2-heroin-stop, 2, 'Marijuana 1, Heroin 2', higher risk",
            "never never daily never, taps2-other, 0, '', no use in the last 3 months",
            "never never never less, taps2-opiate taps2-sedative taps2-sedative-urge taps2-adhd, 2, 'Opiate pain relievers 1, Medication for anxiety or sleep 2, Medication for ADHD 1', higher risk"})
    void taps_judges_each_substance_and_says_the_highest(String first, String yes, int highest, String parts, String band) {
        var score = valid("taps", taps(first, yes));
        assertThat(score.total()).isEqualTo(highest);
        assertThat(score.band().name().english()).isEqualTo(band);
        assertThat(String.join(", ", score.parts().stream().filter(it -> it.points() > 0).map(it -> it.name().english() + " " + it.points()).toList())).isEqualTo(parts);
        assertThat(score.parts()).hasSize(8).allSatisfy(it -> assertThat(it.band()).isEqualTo(scoring("taps").band(it.points())));
    }

    @Test
    void taps_2_is_asked_only_of_what_taps_1_found() {
        var taps = instruments.get("taps");
        var never = Map.of("limit", "four", "taps1-tobacco", "never", "taps1-alcohol-4", "never", "taps1-drugs", "never", "taps1-prescription", "never");
        assertThat(asked(taps, never)).containsExactly("limit", "taps1-tobacco", "taps1-alcohol-4", "taps1-drugs", "taps1-prescription");
        var drinks = new HashMap<>(never);
        drinks.put("taps1-alcohol-4", "weekly");
        assertThat(asked(taps, drinks)).contains("taps2-alcohol").doesNotContain("taps2-alcohol-stop", "taps2-tobacco", "taps2-heroin");
        drinks.put("taps2-alcohol", "LA33-6");
        assertThat(asked(taps, drinks)).contains("taps2-alcohol-day", "taps2-alcohol-stop", "taps2-alcohol-concern");
        assertThat(scoring("taps").score(taps, new Answers(drinks))).isEqualTo(new Score.NotYet(6, 9));
    }

    @Test
    void a_missing_item_leaves_every_instrument_without_a_score_and_never_counts_as_zero() {
        for (var instrument : instruments.all()) {
            instruments.scoring(instrument.id()).ifPresent(scoring -> {
                var whole = all(instrument, scoring);
                assertThat(scoring.score(instrument, new Answers(whole))).as(instrument.id()).isInstanceOf(Score.Valid.class);
                for (var item : whole.keySet()) {
                    var rest = new HashMap<>(whole);
                    rest.remove(item);
                    if (rest.keySet().equals(set(instrument.asked(new Answers(whole)), scoring, item))) {
                        assertThat(scoring.score(instrument, new Answers(rest))).as(instrument.id() + " without " + item).isInstanceOf(Score.NotYet.class);
                    }
                }
            });
        }
    }

    /** No shipped instrument allows it; those that an agency loads may. */
    @ParameterizedTest
    @CsvSource({"333333., 21", "111111., 7", "200000., 2", "0000000, 0"})
    void where_it_is_allowed_a_missing_item_is_given_the_mean_of_the_others(String vector, int total) {
        var gad = scoring("gad-7");
        var kind = new Scoring("gad-7", gad.source(), gad.combine(), gad.lowest(), gad.highest(), true, 1, gad.parts(), gad.bands(), List.of(), null, null);
        assertThat(kind.score(instruments.get("gad-7"), weights("gad-7", vector))).isInstanceOfSatisfying(Score.Valid.class, it -> assertThat(it.total()).isEqualTo(total));
        assertThat(kind.score(instruments.get("gad-7"), weights("gad-7", "33333.."))).isEqualTo(new Score.NotYet(5, 7));
    }

    @ParameterizedTest
    @CsvSource({"gad-7, 10, 15, too small", "gad-7, 10, 16, more than chance", "gad-7, 10, 4, more than chance", "gad-7, 10, 5, too small", "phq-9, 10, 6, too small", "phq-9, 10, 5, more than chance", "pcl-5, 50, 33, too small", "pcl-5, 50, 32, more than chance", "gds-15, 10, 2, Not enough is known"})
    void a_change_is_told_from_chance_only_where_that_was_published(String id, int before, int now, String words) {
        assertThat(scoring(id).change(before, now).english()).contains(words);
    }

    @Test
    void the_reliable_change_index_follows_from_its_published_constants() {
        var gad7 = scoring("gad-7").reliable();
        assertThat(gad7.index(15, 9)).isCloseTo(-6 / (5.59 * Math.sqrt(2 * (1 - 0.87))), org.assertj.core.data.Offset.offset(1e-9));
        assertThat(gad7.index(9, 15)).isGreaterThan(Scoring.Reliable.BOUND);
        assertThat(gad7.index(15, 10)).isGreaterThan(-Scoring.Reliable.BOUND);
        assertThat(scoring("phq-9").reliable().index(15, 9)).as("its change is two standard errors of measurement, and no r").isNull();
        assertThat(scoring("pcl-5").reliable().index(60, 20)).isNull();
    }

    @Test
    void the_phq_2_asks_for_the_phq_9_from_3_on_and_the_pc_ptsd_5_for_the_pcl_5() {
        assertThat(scoring("phq-2").offer()).extracting(Scoring.Offer::from, Scoring.Offer::instrument).containsExactly(3, "phq-9");
        assertThat(scoring("pc-ptsd-5").offer()).extracting(Scoring.Offer::from, Scoring.Offer::instrument).containsExactly(3, "pcl-5");
        assertThat(instruments.all()).flatExtracting(it -> instruments.scoring(it.id()).stream().filter(one -> one.offer() != null).map(one -> one.offer().instrument()).toList())
                .allMatch(it -> instruments.find(it).isPresent());
    }

    @Test
    void every_instrument_has_its_licence_its_source_and_its_time() {
        for (var instrument : instruments.all()) {
            assertThat(instrument.licence().attribution().english()).as(instrument.id()).isNotBlank();
            assertThat(instrument.licence().whoMayAdminister().spanish()).as(instrument.id()).isNotBlank();
            assertThat(instrument.title().spanish()).as(instrument.id()).isNotBlank();
            assertThat(instrument.description().spanish()).as(instrument.id()).isNotBlank();
            assertThat(instrument.minutes()).as(instrument.id()).isPositive();
            assertThat(instrument.questions()).as(instrument.id()).isNotEmpty();
            instruments.scoring(instrument.id()).ifPresent(it -> assertThat(it.source()).as(instrument.id()).isNotBlank());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"needs", "social-needs", "strengths", "phq-2", "phq-9", "gad-7", "lace"})
    void our_own_and_those_published_in_spanish_are_whole_in_spanish(String id) {
        assertThat(instruments.get(id).spanish()).isTrue();
        assertThat(instruments.get(id).questions()).allSatisfy(it -> assertThat(it.words().in(Locale.forLanguageTag("es"))).isEqualTo(it.words().spanish()));
    }

    @Test
    void the_social_screener_asks_one_question_for_each_gravity_category() {
        assertThat(instruments.get("social-needs").domains()).extracting(Instrument.Item::need).doesNotHaveDuplicates().hasSize(19).allMatch(it -> it.gravity() != null);
        assertThat(instruments.get("social-needs").domains()).allSatisfy(it -> assertThat(it.items()).hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{'instrument':'gad-7','combine':'SUM','lowest':0,'highest':21,'parts':[],'bands':[{'from':0,'to':9},{'from':11,'to':21}]}",
            "{'instrument':'gad-7','combine':'SUM','lowest':0,'highest':21,'parts':[],'bands':[{'from':0,'to':20}]}",
            "{'instrument':'gad-7','combine':'SUM','lowest':0,'highest':21,'parts':[{'items':['nothing']}],'bands':[{'from':0,'to':21}]}"})
    void a_scoring_with_a_gap_or_an_unknown_item_is_not_read(String json) {
        var node = JsonMapper.shared().readTree(json.replace('\'', '"'));
        assertThatThrownBy(() -> ScoringReader.read(node, instruments.get("gad-7"))).isInstanceOf(IllegalArgumentException.class);
    }

    private Scoring scoring(String id) {
        return instruments.scoring(id).orElseThrow();
    }

    private Score.Valid valid(String id, Answers answers) {
        var score = scoring(id).score(instruments.get(id), answers);
        assertThat(score).isInstanceOf(Score.Valid.class);
        return (Score.Valid) score;
    }

    private Answers weights(String id, String vector) {
        return answers(id, vector, (item, sign) -> item.choices().stream().filter(it -> it.weight() == sign - '0').findFirst().orElseThrow().code());
    }

    private Answers yesNo(String id, String vector) {
        return answers(id, vector, (_, sign) -> sign == 'y' ? "LA33-6" : "LA32-8");
    }

    private Answers answers(String id, String vector, java.util.function.BiFunction<Instrument.Item, Character, String> code) {
        var items = new ArrayList<>(scoring(id).items());
        items.remove("event");
        assertThat(vector).hasSize(items.size());
        var said = new HashMap<String, String>();
        for (int i = 0; i < items.size(); i++) {
            if (vector.charAt(i) != '.') {
                said.put(items.get(i), code.apply(instruments.get(id).item(items.get(i)).orElseThrow(), vector.charAt(i)));
            }
        }
        return new Answers(said);
    }

    private Answers lace(int days, String acute, String illnesses, int visits) {
        var said = new HashMap<String, String>(Map.of("days", String.valueOf(days), "acute", acute, "visits", String.valueOf(visits)));
        instruments.get("lace").questions().stream().filter(it -> it.linkId().startsWith("has-"))
                .forEach(it -> said.put(it.linkId(), List.of(illnesses.split(" ")).contains(it.linkId().substring(4)) ? "yes" : "no"));
        return new Answers(said);
    }

    private Answers taps(String first, String yes) {
        var taps = instruments.get("taps");
        var how = first.split(" ");
        var said = new HashMap<String, String>(Map.of("limit", "five", "taps1-tobacco", how[0], "taps1-alcohol-5", how[1], "taps1-drugs", how[2], "taps1-prescription", how[3]));
        for (int round = 0; round < 2; round++) {
            taps.asked(new Answers(said)).stream().filter(it -> it.linkId().startsWith("taps2") && it.type() == Instrument.Type.CHOICE)
                    .forEach(it -> said.put(it.linkId(), List.of(yes.split(" ")).contains(it.linkId()) ? "LA33-6" : "LA32-8"));
        }
        return new Answers(said);
    }

    /** Everything that is asked, answered with the first answer or the highest number. */
    private static Map<String, String> all(Instrument instrument, Scoring scoring) {
        var said = new HashMap<String, String>();
        for (int round = 0; round < 6; round++) {
            instrument.asked(new Answers(said)).stream().filter(it -> scoring.items().contains(it.linkId()))
                    .forEach(it -> said.put(it.linkId(), it.type() == Instrument.Type.INTEGER ? String.valueOf(it.most()) : it.choices().getFirst().code()));
        }
        return said;
    }

    /** The scored questions that stay asked without one answer: only then is it a gap and not a skip. */
    private static java.util.Set<String> set(List<Instrument.Item> asked, Scoring scoring, String without) {
        var left = new java.util.HashSet<String>();
        asked.stream().map(Instrument.Item::linkId).filter(it -> scoring.items().contains(it) && !it.equals(without)).forEach(left::add);
        return left;
    }

    private static List<String> asked(Instrument instrument, Map<String, String> said) {
        return instrument.asked(new Answers(said)).stream().map(Instrument.Item::linkId).toList();
    }
}
