package org.casebridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.casebridge.caseload.ProgramId;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private final EligibilityQuestion county = question("Do they live in the county?", EligibilityAnswer.YES);
    private final EligibilityQuestion insured = question("Do they have health insurance?", EligibilityAnswer.NO);
    private final List<EligibilityQuestion> both = List.of(county, insured);

    @Test
    void all_answers_as_needed_make_eligible() {
        assertThat(Verdict.of(both, Map.of(county.id(), EligibilityAnswer.YES, insured.id(), EligibilityAnswer.NO))).isEqualTo(new Verdict.Eligible());
    }

    @Test
    void one_answer_against_is_enough_even_while_another_is_missing() {
        assertThat(Verdict.of(both, Map.of(insured.id(), EligibilityAnswer.YES))).isEqualTo(new Verdict.NotEligible(List.of(insured)));
    }

    @Test
    void what_is_not_known_is_neither_yes_nor_no() {
        assertThat(Verdict.of(both, Map.of())).isEqualTo(new Verdict.CannotSay(both));
        assertThat(Verdict.of(both, Map.of(county.id(), EligibilityAnswer.YES, insured.id(), EligibilityAnswer.UNKNOWN)))
                .isEqualTo(new Verdict.CannotSay(List.of(insured)));
    }

    @Test
    void a_programme_that_asks_nothing_says_so() {
        assertThat(Verdict.of(List.of(), Map.of())).isEqualTo(new Verdict.NothingAsked());
    }

    private static EligibilityQuestion question(String words, EligibilityAnswer needed) {
        return new EligibilityQuestion(QuestionId.next(), ProgramId.next(), 1, words, null, needed, "That excludes them", null);
    }
}
