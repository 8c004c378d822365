package org.casebridge.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grades of texts whose grades are published, and of those counted by hand. */
class ReadingTest {

    private static final Locale ES = Locale.of("es");

    /** The worked examples that articles on these formulas print: reading ease 116, 69 and 37.5, and the grades that follow from the same counts. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "The cat sat on the mat. | 6 | 6 | -1.45",
            "This sentence, taken as a reading passage unto itself, is being used to prove a point. | 16 | 23 | 7.61",
            "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature. | 13 | 24 | 11.26"})
    void flesch_and_kincaid_as_printed(String text, int words, int syllables, double grade) {
        var read = Reading.of(text, Locale.ENGLISH, List.of(), 6);
        assertThat(read.words()).isEqualTo(words);
        assertThat(read.syllables()).isEqualTo(syllables);
        assertThat(read.fleschKincaid()).isCloseTo(grade, within(0.01));
    }

    /** The middle of each row of McLaughlin's conversion table: words of three and more syllables in 30 sentences, and the grade. */
    @ParameterizedTest
    @CsvSource({"1,4", "4,5", "9,6", "16,7", "25,8", "36,9", "49,10", "64,11", "81,12", "100,13", "120,14", "145,15", "170,16", "195,17"})
    void smog_as_in_its_table(int polysyllables, int grade) {
        assertThat(Reading.smog(polysyllables)).isCloseTo(grade, within(0.8));
    }

    @Test
    void smog_is_not_given_for_a_few_sentences() {
        assertThat(Reading.of("I want a home of my own. It shall be safe and warm for us.", List.of(), 6).smog()).isNull();
        assertThat(Reading.of("I want a home. ".repeat(10), List.of(), 6).smog()).isCloseTo(3.1291, within(0.001));
    }

    @ParameterizedTest
    @CsvSource({"casa,2", "ciudad,2", "país,2", "poeta,3", "quiero,2", "guerra,2", "pingüino,3", "río,2", "teléfono,4", "medicina,4", "ley,1", "agua,2", "día,2", "aéreo,4", "transeúnte,4"})
    void spanish_syllables(String word, int syllables) {
        assertThat(Syllables.of(word, ES)).isEqualTo(syllables);
    }

    @ParameterizedTest
    @CsvSource({"home,1", "table,2", "wanted,2", "walked,1", "houses,2", "medicine,3", "quiet,2", "people,2", "apply,2", "together,3", "radio,3", "insurance,3", "safe,1", "little,2"})
    void english_syllables(String word, int syllables) {
        assertThat(Syllables.of(word, Locale.ENGLISH)).isEqualTo(syllables);
    }

    /** 8 words with 16 syllables in one sentence: 206.84 − 60 · 2 − 1.02 · 8 = 78.68, which his table calls fairly easy, sixth grade. */
    @Test
    void fernandez_huerta_counted_by_hand() {
        var read = Reading.of("Quiero vivir en una casa segura y tranquila.", List.of(), 6);
        assertThat(read.language().getLanguage()).isEqualTo("es");
        assertThat(read.words()).isEqualTo(8);
        assertThat(read.syllables()).isEqualTo(16);
        assertThat(read.fernandezHuerta()).isCloseTo(78.68, within(0.01));
        assertThat(read.grade()).isEqualTo(6);
        assertThat(read.tooHard()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"95,4", "85,5", "75,6", "65,8", "55,11", "40,13", "10,16"})
    void his_bands_as_grades(double ease, int grade) {
        assertThat(Reading.grade(ease)).isEqualTo(grade);
    }

    @Test
    void long_sentences_and_jargon_are_marked_with_simpler_words() {
        var words = List.of(new PlainWord(null, "en", "utilize", "use"), new PlainWord(null, "en", "prior to", "before"), new PlainWord(null, "es", "utilizar", "usar"));
        var read = Reading.of("We will utilize the van prior to the visit and then we go on and on and on until the very end of the long day with you.", words, 6);
        assertThat(read.jargon()).containsExactlyInAnyOrderEntriesOf(java.util.Map.of("utilize", "use", "prior to", "before"));
        assertThat(read.tooLong()).hasSize(1);
        assertThat(Reading.of("Utilization review", words, 6).jargon()).isEmpty();
        assertThat(Reading.of("...!? — ", words, 6)).returns(0, Reading::words).returns(false, Reading::tooHard);
    }
}
