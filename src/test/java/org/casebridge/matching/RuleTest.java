package org.casebridge.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebridge.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final Rule MEALS = RuleText.read("""
            all of
              age at least 60
              any of
                income percent of poverty at most 200
                veteran is yes
              paper income proof younger than 60 days
            """);

    @Test
    void what_is_not_known_spoils_nothing_that_is_decided_without_it() {
        var proof = Map.of(PaperKind.INCOME_PROOF, TODAY.minusDays(10));
        assertThat(judged(Map.of(Fact.AGE, "67", Fact.VETERAN, "yes"), proof).truth()).isEqualTo(Truth.YES);
        assertThat(judged(Map.of(Fact.AGE, "67", Fact.VETERAN, "no"), proof).truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(judged(Map.of(Fact.AGE, "59"), proof).truth()).isEqualTo(Truth.NO);
        assertThat(judged(Map.of(), Map.of()).truth()).isEqualTo(Truth.NO);
    }

    /** The tables of Kleene's strong logic, written down apart from the code. */
    @Test
    void and_and_or_follow_kleene() {
        for (var one : Truth.values()) {
            for (var other : Truth.values()) {
                assertThat(one.and(other)).isEqualTo(one == Truth.NO || other == Truth.NO ? Truth.NO : one == Truth.YES && other == Truth.YES ? Truth.YES : Truth.UNKNOWN);
                assertThat(one.or(other)).isEqualTo(one == Truth.YES || other == Truth.YES ? Truth.YES : one == Truth.NO && other == Truth.NO ? Truth.NO : Truth.UNKNOWN);
            }
        }
    }

    @Test
    void a_paper_that_is_too_old_is_almost_and_says_what_mends_it() {
        var old = judged(Map.of(Fact.AGE, "67", Fact.VETERAN, "yes"), Map.of(PaperKind.INCOME_PROOF, TODAY.minusDays(61)));
        assertThat(old.truth()).isEqualTo(Truth.NO);
        assertThat(old.almost()).isTrue();
        assertThat(old.because()).hasSize(1).first().extracting(it -> it.mend().toString()).asString().contains("younger than");
        assertThat(judged(Map.of(Fact.AGE, "59", Fact.VETERAN, "yes"), Map.of()).almost()).isFalse();
    }

    @Test
    void why_not_and_what_to_ask_name_the_conditions_that_decide() {
        var no = judged(Map.of(Fact.AGE, "59", Fact.VETERAN, "yes"), Map.of(PaperKind.INCOME_PROOF, TODAY));
        assertThat(no.because()).hasSize(1).first().extracting(Rule.Judged::value).isEqualTo("59");
        var unknown = judged(Map.of(Fact.AGE, "67"), Map.of(PaperKind.INCOME_PROOF, TODAY));
        var asks = unknown.because().stream().map(it -> ((Rule.Compare) it.rule()).fact()).toList();
        assertThat(asks).containsExactly(Fact.POVERTY_PERCENT, Fact.VETERAN);
        assertThat(ClientFacts.toAsk(asks, new Known(Map.of(Fact.HOUSEHOLD_SIZE, "3"), Map.of(), TODAY))).containsExactly(Fact.YEARLY_INCOME, Fact.VETERAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "age", "age at least", "age at least sixty", "age at least 60 years", "height at least 3", "veteran at least 1", "veteran is maybe", "zip is", "all of", "all of\nage at least 3",
            "  age at least 3\nage at most 4", "age at least 3\n    age at most 4", "paper", "paper cat", "paper lease younger than 0 days", "paper lease younger than soon", "age is one of 3, 4", "age at least 99999999999",
            "'; drop table matching.rule; --"})
    void what_cannot_be_read_is_refused_in_a_sentence(String text) {
        assertThatThrownBy(() -> RuleText.read(text)).isInstanceOf(Refused.class).satisfies(it -> assertThat(((Refused) it).field()).isEqualTo("text"));
    }

    @Test
    void a_rule_that_nests_without_end_or_never_ends_is_refused() {
        var deep = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            deep.append(" ".repeat(i)).append("all of\n");
        }
        assertThatThrownBy(() -> RuleText.read(deep + " ".repeat(40) + "age at least 3")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> RuleText.read("age at least 3\n".repeat(201))).hasMessageContaining("at most");
    }

    @Test
    void amounts_are_those_of_the_day_and_the_place() {
        var all = List.of(amount(Amount.Kind.POVERTY, "US", 2025, "15650", "5500"), amount(Amount.Kind.POVERTY, "US", 2026, "15960", "5680"), amount(Amount.Kind.POVERTY, "AK", 2026, "19950", "7100"),
                amount(Amount.Kind.AREA_MEDIAN, "Suffolk", 2026, "160000", "0"));
        var income = new BigDecimal("33000");
        assertThat(Amounts.povertyPercent(all, income, 4, "MA", TODAY)).contains("100");
        assertThat(Amounts.povertyPercent(all, new BigDecimal("33000.01"), 4, "MA", TODAY)).as("a cent above is above").contains("101");
        assertThat(Amounts.povertyPercent(all, income, 4, "MA", LocalDate.of(2025, 6, 1))).contains("103");
        assertThat(Amounts.povertyPercent(all, income, 4, "ak", TODAY)).contains("80");
        assertThat(Amounts.povertyPercent(all, income, 4, "MA", LocalDate.of(2024, 6, 1))).isEmpty();
        assertThat(Amounts.areaPercent(all, new BigDecimal("56000"), 1, "suffolk", TODAY)).contains("50");
        assertThat(Amounts.areaPercent(all, new BigDecimal("86400"), 5, "Suffolk", TODAY)).contains("50");
        assertThat(Amounts.areaPercent(all, income, 1, "Norfolk", TODAY)).isEmpty();
    }

    @Test
    void cases_are_read_as_they_are_written() {
        var one = RuleCase.read("yes: age 67; veteran no; paper income proof 30 days\n\nno: age 20").getFirst();
        assertThat(one.expected()).isEqualTo(Truth.YES);
        assertThat(one.facts()).containsEntry(Fact.AGE, "67").containsEntry(Fact.VETERAN, "no");
        assertThat(one.papers()).containsEntry(PaperKind.INCOME_PROOF, 30);
        for (var wrong : List.of("perhaps: age 3", "yes: shoe size 3", "yes: age old", "yes: paper cat", "age 67")) {
            assertThatThrownBy(() -> RuleCase.read(wrong)).as(wrong).isInstanceOf(Refused.class);
        }
    }

    @Test
    void a_directorys_words_for_papers_are_understood() {
        assertThat(PaperKind.in("Picture ID and proof of income (pay stubs)")).containsExactlyInAnyOrder(PaperKind.PHOTO_ID, PaperKind.INCOME_PROOF);
        assertThat(PaperKind.in("None")).isEmpty();
    }

    private static Rule.Judged judged(Map<Fact, String> facts, Map<PaperKind, LocalDate> papers) {
        return MEALS.judge(new Known(facts, papers, TODAY));
    }

    private static Amount amount(Amount.Kind kind, String area, int year, String base, String more) {
        return new Amount(UUID.randomUUID(), kind, area, LocalDate.of(year, 1, 13), new BigDecimal(base), new BigDecimal(more), "a source");
    }
}
