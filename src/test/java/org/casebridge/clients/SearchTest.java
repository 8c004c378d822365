package org.casebridge.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate BORN = LocalDate.of(1979, 3, 14);

    @ParameterizedTest
    @ValueSource(strings = {"1979-03-14", "1979/3/14", "3/14/1979", "03-14-1979", "14.3.1979", "14/03/79", "14 Mar 1979", "14th March 1979", "March 14, 1979", "mar. 14 1979",
            "14 de marzo de 1979", "19790314"})
    void a_birth_date_is_understood_however_it_is_written(String typed) {
        assertThat(Search.read(typed, TODAY).parts()).containsExactly(new Search.Born(List.of(BORN)));
    }

    @Test
    void a_day_that_may_be_the_month_is_looked_for_both_ways() {
        assertThat(Search.read("3/4/1979", TODAY).parts())
                .containsExactly(new Search.Born(List.of(LocalDate.of(1979, 3, 4), LocalDate.of(1979, 4, 3))));
    }

    @Test
    void two_digits_of_a_year_are_never_in_the_future() {
        assertThat(Search.read("3/14/79", TODAY).parts()).containsExactly(new Search.Born(List.of(BORN)));
        assertThat(Search.read("12/30/19", TODAY).parts()).containsExactly(new Search.Born(List.of(LocalDate.of(1919, 12, 30), LocalDate.of(2019, 12, 30))));
    }

    @Test
    void the_31st_of_february_is_no_birth_date() {
        assertThat(Search.read("2/31/1979", TODAY).parts()).noneMatch(Search.Born.class::isInstance);
    }

    @Test
    void name_birth_date_and_phone_stand_beside_each_other_in_any_order() {
        assertThat(Search.read("(510) 555-0123 Asante 3/14/1979 Jerome", TODAY).parts()).containsExactlyInAnyOrder(
                new Search.Born(List.of(BORN)), new Search.Number("5105550123"), new Search.Word("asante"), new Search.Word("jerome"));
    }

    @Test
    void names_are_compared_without_accents_apostrophes_or_script() {
        assertThat(SearchKeys.words("Núñez O’Brien-Žižek")).containsExactly("nunez", "obrien", "zizek");
        assertThat(SearchKeys.words("Søren Łukasz Weiß")).containsExactly("soren", "lukasz", "weiss");
        assertThat(SearchKeys.words("Мария")).containsExactly("maria");
        assertThat(SearchKeys.words("محمد")).isEqualTo(SearchKeys.words("مُحَمَّد")).isNotEmpty();
    }

    @Test
    void what_is_no_text_at_all_searches_nothing() {
        assertThat(Search.read(" ,;-' \0", TODAY).blank()).isTrue();
        assertThat(Search.read("x".repeat(10_000_000), TODAY).parts()).hasSize(1);
    }
}
