package org.casebridge.assessments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** PHQ-9 against vectors from its manual: nine items of 0 to 3, bands 0-4, 5-9, 10-14, 15-19, 20-27. */
class Phq9Test {

    static final List<String> ITEMS = List.of("44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8");
    static final List<String> CODES = List.of("LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9");

    private final Instruments instruments = new Instruments(JsonMapper.shared());
    private final Instrument phq9 = instruments.get(Instruments.PHQ9);
    private final Scoring scoring = instruments.scoring(Instruments.PHQ9).orElseThrow();

    Phq9Test() throws IOException {}

    @ParameterizedTest
    @CsvSource({
            "000000000,  0, none to minimal",
            "100000000,  1, none to minimal",
            "111100000,  4, none to minimal",
            "002200000,  4, none to minimal",
            "111110000,  5, mild",
            "300200000,  5, mild",
            "111111111,  9, mild",
            "333000000,  9, mild",
            "222220000, 10, moderate",
            "333100000, 10, moderate",
            "222222200, 14, moderate",
            "333320000, 14, moderate",
            "333330000, 15, moderately severe",
            "222222210, 15, moderately severe",
            "333331111, 19, moderately severe",
            "222222223, 19, moderately severe",
            "333332111, 20, severe",
            "222222233, 20, severe",
            "333333332, 26, severe",
            "333333333, 27, severe"})
    void the_score_is_the_sum_and_falls_into_its_band(String vector, int total, String band) {
        assertThat(score(vector)).isInstanceOfSatisfying(Score.Valid.class, it -> {
            assertThat(it.total()).isEqualTo(total);
            assertThat(it.band().name().english()).isEqualTo(band);
        });
    }

    @ParameterizedTest
    @CsvSource({".........,0", "3........,1", "33333333.,8", ".33333333,8", "0000.0000,8", "333.3.333,7"})
    void a_missing_item_leaves_it_without_a_score_and_never_counts_as_zero(String vector, int answered) {
        assertThat(score(vector)).isEqualTo(new Score.NotYet(answered, 9));
    }

    @ParameterizedTest
    @CsvSource({"000000001, several days", "000000002, more than half the days", "333333333, nearly every day", "........1, several days"})
    void item_9_calls_for_action_whatever_the_total_and_whatever_is_missing(String vector, String words) {
        assertThat(scoring.critical(phq9, answers(vector))).hasValueSatisfying(it -> {
            assertThat(it.question().english()).isEqualTo("Item 9");
            assertThat(it.answer().english()).isEqualTo(words);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000000", "333333330", "33333333."})
    void item_9_at_zero_or_unanswered_calls_for_nothing(String vector) {
        assertThat(scoring.critical(phq9, answers(vector))).isEmpty();
    }

    @Test
    void functioning_and_unknown_answers_have_no_part_in_the_score() {
        var said = new HashMap<>(answers("111111111").byItem());
        said.put("69722-7", "LA6574-3");
        said.put("no-such-item", "LA6571-9");
        assertThat(scoring.score(phq9, new Answers(said))).isInstanceOfSatisfying(Score.Valid.class, it -> assertThat(it.total()).isEqualTo(9));
        said.put("44250-9", "LA9999-9");
        assertThat(scoring.score(phq9, new Answers(said))).isEqualTo(new Score.NotYet(8, 9));
    }

    @ParameterizedTest
    @CsvSource({"10, 10, No change.", "10, 14, A rise of {points}: too small", "10, 15, A rise of {points} is more than chance", "10, 6, A fall of {points}: too small", "10, 5, A fall of {points} is more than chance"})
    void a_change_of_5_points_is_more_than_chance(int before, int now, String sentence) {
        assertThat(scoring.change(before, now).english()).startsWith(sentence);
    }

    @Test
    void it_is_in_the_public_domain_in_both_languages() {
        assertThat(phq9.licence().licenceClass()).isEqualTo(Instrument.LicenceClass.PD);
        assertThat(phq9.licence().attribution().english()).contains("No permission is required", "LOINC");
        assertThat(phq9.spanish()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{'linkId':'a','type':'quantity','text':'x'}",
            "{'linkId':'a','type':'choice','text':'x','answerValueSet':'#none'}",
            "{'linkId':'a','type':'text','text':'x','repeats':true}",
            "{'linkId':'a','type':'text','text':'x','enableWhen':[{'question':'b','operator':'=','answerCoding':{'code':'c'}}]}",
            "{'linkId':'a','type':'text','text':'x','enableWhen':[{'question':'a','operator':'exists','answerBoolean':true}]}",
            "{'linkId':'a','type':'group','text':'x','item':[{'linkId':'a','type':'text','text':'y'}]}",
            "{'type':'text','text':'x'}"})
    void an_instrument_half_understood_is_not_read(String item) {
        var json = JsonMapper.shared().readTree(("{'id':'q','extension':[{'url':'urn:casebridge:licence-class','valueCode':'PD'}],'item':[" + item + "]}").replace('\'', '"'));
        assertThatThrownBy(() -> InstrumentReader.read(json)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Item");
    }

    private Score score(String vector) {
        return scoring.score(phq9, answers(vector));
    }

    /** Nine characters: 0 to 3, or a dot for what is not answered. */
    static Answers answers(String vector) {
        Map<String, String> said = new HashMap<>();
        for (int i = 0; i < 9; i++) {
            if (vector.charAt(i) != '.') {
                said.put(ITEMS.get(i), CODES.get(vector.charAt(i) - '0'));
            }
        }
        return new Answers(said);
    }
}
