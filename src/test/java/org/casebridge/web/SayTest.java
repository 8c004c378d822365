package org.casebridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.casebridge.access.Role;
import org.casebridge.kernel.Sentence;
import org.junit.jupiter.api.Test;

class SayTest {

    private static final Locale SPANISH = Locale.of("es");

    @Test
    void values_fill_the_braces_in_the_order_they_first_appear() {
        assertThat(Say.say("This is {length} characters long. Keep it to {most} or fewer.", 21000, 20000))
                .isEqualTo("This is 21,000 characters long. Keep it to 20,000 or fewer.");
    }

    @Test
    void the_order_is_that_of_the_english_sentence_in_every_language() {
        assertThat(Say.<String, RuntimeException>in(SPANISH, () -> Say.say("Case opened in {program}, with {worker}", "Housing", "Rosa")))
                .isEqualTo("Caso abierto en Housing, con Rosa");
    }

    @Test
    void plurals_follow_the_language() {
        assertThat(Say.say("{count, plural, one {One answer needs another look:} other {# answers need another look:}}", 1)).isEqualTo("One answer needs another look:");
        assertThat(Say.<String, RuntimeException>in(SPANISH,
                () -> Say.say("{count, plural, one {One answer needs another look:} other {# answers need another look:}}", 3)))
                .isEqualTo("3 respuestas necesitan revisión:");
    }

    @Test
    void braces_in_a_value_stay_text() {
        assertThat(Say.say("by {name}", "{count, plural} <b>")).isEqualTo("by {count, plural} <b>");
    }

    @Test
    void choices_and_sentences_within_a_sentence_are_translated_too() {
        assertThat(Say.<String, RuntimeException>in(SPANISH, () -> Say.say(Sentence.of("by {name}", Role.SUPERVISOR)))).isEqualTo("por Supervisión");
    }

    @Test
    void a_day_is_written_as_people_write_it() {
        assertThat(Say.day(LocalDate.of(2026, 11, 23))).isEqualTo("23 Nov 2026");
        assertThat(Say.<String, RuntimeException>in(SPANISH, () -> Say.day(LocalDate.of(2026, 11, 23)))).isEqualTo("23 nov 2026");
    }

    @Test
    void a_sentence_without_its_spanish_is_said_in_english() {
        assertThat(Say.<String, RuntimeException>in(SPANISH, () -> Say.say("No such sentence in the catalogue, {name}", "Rosa"))).isEqualTo("No such sentence in the catalogue, Rosa");
    }
}
