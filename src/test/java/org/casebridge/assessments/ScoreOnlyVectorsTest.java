package org.casebridge.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Instruments of which only the total is recorded, and the Hunger Vital Sign: each boundary of each published band, and what lies outside the range. */
class ScoreOnlyVectorsTest {

    private final Instruments instruments = new Instruments(JsonMapper.shared());

    ScoreOnlyVectorsTest() throws IOException {}

    @ParameterizedTest
    @CsvSource({
            "audit, 0, below the cut-off for alcohol", "audit, 7, below the cut-off for alcohol", "audit, 8, hazardous or harmful drinking", "audit, 40, hazardous or harmful drinking",
            "audit-c, 0, below both cut-offs", "audit-c, 2, below both cut-offs", "audit-c, 3, positive for women", "audit-c, 4, positive", "audit-c, 12, positive",
            "dast-10, 0, no problem reported", "dast-10, 1, low level", "dast-10, 2, low level", "dast-10, 3, moderate level", "dast-10, 5, moderate level", "dast-10, 6, substantial level",
            "dast-10, 8, substantial level", "dast-10, 9, severe level", "dast-10, 10, severe level",
            "katz-adl, 0, severe impairment", "katz-adl, 2, severe impairment", "katz-adl, 3, moderate impairment", "katz-adl, 5, moderate impairment", "katz-adl, 6, full function",
            "lawton-iadl, 0, no published cut-off", "lawton-iadl, 8, no published cut-off", "whodas, 0, no published cut-off", "whodas, 100, no published cut-off", "eq-5d, 0, no published cut-off", "eq-5d, 100, no published cut-off",
            "mini-cog, 0, positive screen for dementia", "mini-cog, 2, positive screen for dementia", "mini-cog, 3, negative screen for dementia", "mini-cog, 5, negative screen for dementia",
            "morse, 0, low risk of a fall", "morse, 24, low risk of a fall", "morse, 25, moderate risk of a fall", "morse, 44, moderate risk of a fall", "morse, 45, high risk of a fall", "morse, 125, high risk of a fall",
            "moca, 0, below the cut-off for memory and thinking", "moca, 25, below the cut-off for memory and thinking", "moca, 26, normal range", "moca, 30, normal range",
            "mmse, 0, severe cognitive impairment", "mmse, 17, severe cognitive impairment", "mmse, 18, mild cognitive impairment", "mmse, 23, mild cognitive impairment", "mmse, 24, no cognitive impairment", "mmse, 30, no cognitive impairment",
            "epds, 0, below the cut-off for depression", "epds, 9, below the cut-off for depression", "epds, 10, possible depression", "epds, 12, possible depression", "epds, 13, probable depression", "epds, 30, probable depression",
            "zarit, 0, little or no burden", "zarit, 20, little or no burden", "zarit, 21, mild to moderate burden", "zarit, 40, mild to moderate burden", "zarit, 41, moderate to severe burden", "zarit, 60, moderate to severe burden",
            "zarit, 61, severe burden", "zarit, 88, severe burden",
            "ahc-hrsn-safety, 4, below the cut-off for safety", "ahc-hrsn-safety, 10, below the cut-off for safety", "ahc-hrsn-safety, 11, may be unsafe", "ahc-hrsn-safety, 20, may be unsafe",
            "slums, 0, range of dementia", "slums, 19, range of dementia", "slums, 20, range of dementia with high school", "slums, 21, range of a mild neurocognitive disorder", "slums, 24, range of a mild neurocognitive disorder",
            "slums, 25, mild range with high school", "slums, 26, mild range with high school", "slums, 27, normal range for memory", "slums, 30, normal range for memory",
            "bims, 0, severely impaired", "bims, 7, severely impaired", "bims, 8, moderately impaired", "bims, 12, moderately impaired", "bims, 13, cognitively intact", "bims, 15, cognitively intact"})
    void each_boundary_falls_into_its_band(String id, int total, String band) {
        assertThat(score(id, String.valueOf(total))).isInstanceOfSatisfying(Score.Valid.class, it -> {
            assertThat(it.total()).isEqualTo(total);
            assertThat(it.band().name().english()).isEqualTo(band);
        });
    }

    @ParameterizedTest
    @CsvSource({"audit, 41", "audit-c, 13", "dast-10, 11", "katz-adl, 7", "lawton-iadl, 9", "whodas, 101", "eq-5d, 101", "mini-cog, 6", "morse, 126", "moca, 31", "mmse, 31", "epds, 31", "zarit, 89",
            "ahc-hrsn-safety, 3", "ahc-hrsn-safety, 21", "slums, 31", "bims, 16", "bims, 99", "moca, ''", "moca, x"})
    void what_lies_outside_the_range_or_is_missing_has_no_score(String id, String total) {
        assertThat(score(id, total)).isInstanceOf(Score.NotYet.class);
    }

    @ParameterizedTest
    @CsvSource({"LA28398-8, LA28398-8, no risk of hunger found", "LA6729-3, LA28398-8, at risk of hunger", "LA28398-8, LA6729-3, at risk of hunger", "LA28397-0, LA28398-8, at risk of hunger", "LA28397-0, LA28397-0, at risk of hunger"})
    void often_or_sometimes_to_either_question_is_a_risk_of_hunger(String first, String second, String band) {
        var hunger = instruments.get("hunger-vital-sign");
        assertThat(instruments.scoring(hunger.id()).orElseThrow().score(hunger, new Answers(Map.of("88122-7", first, "88123-5", second))))
                .isInstanceOfSatisfying(Score.Valid.class, it -> assertThat(it.band().name().english()).isEqualTo(band));
        assertThat(instruments.scoring(hunger.id()).orElseThrow().score(hunger, new Answers(Map.of("88122-7", first)))).isEqualTo(new Score.NotYet(1, 2));
    }

    @ParameterizedTest
    @CsvSource({"10, false", "11, true", "20, true"})
    void a_safety_sum_of_11_is_acted_on_at_once(String total, boolean alarm) {
        var safety = instruments.get("ahc-hrsn-safety");
        assertThat(instruments.scoring(safety.id()).orElseThrow().critical(safety, new Answers(Map.of("total", total))).stream().toList()).hasSize(alarm ? 1 : 0)
                .allSatisfy(it -> assertThat(it.danger()).isEqualTo(Scoring.Danger.VIOLENCE));
    }

    private Score score(String id, String total) {
        return instruments.scoring(id).orElseThrow().score(instruments.get(id), new Answers(Map.of("total", total, "form", "Paper")));
    }
}
