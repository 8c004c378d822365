package org.casebridge.careplans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.casebridge.codes.NeedCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T-scores by their formula, what is planned by a day, and what follows from what is known of a goal. */
class EvidenceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    /** Goals of equal weight, their sum of levels, and the T-score that the formula of Kiresuk and Sherman (1968) gives with a correlation of 0.3, worked out by hand and rounded. */
    @ParameterizedTest
    @CsvSource({"1,0,50", "1,1,60", "1,-2,30", "2,2,62", "2,-3,31", "3,3,64", "3,-6,23", "4,4,65", "5,10,80", "5,-1,47"})
    void t_scores_by_the_formula(int goals, int sum, int score) {
        var levels = new java.util.ArrayList<GoalScale.Scaled>();
        int left = sum;
        for (int i = 0; i < goals; i++) {
            int level = Math.clamp(left, -2, 2);
            left -= level;
            levels.add(new GoalScale.Scaled(1, level));
        }
        assertThat(GoalScale.tScore(levels)).isCloseTo(score, within(0.6));
    }

    @Test
    void weights_count_and_nothing_has_no_score() {
        assertThat(GoalScale.tScore(List.of())).isNull();
        assertThat(GoalScale.tScore(List.of(new GoalScale.Scaled(3, 1), new GoalScale.Scaled(1, -1)))).isCloseTo(50 + 20 / Math.sqrt(0.7 * 10 + 0.3 * 16), within(0.001));
    }

    @Test
    void what_was_planned_by_a_day() {
        assertThat(new Goal.Amount(null, 2, Goal.Unit.VISIT, Goal.Per.WEEK, null).planned(TODAY.minusDays(13), TODAY)).isCloseTo(4, within(0.001));
        assertThat(new Goal.Amount(TODAY.minusDays(6), 2, Goal.Unit.VISIT, Goal.Per.WEEK, null).planned(TODAY.minusDays(13), TODAY)).isCloseTo(2, within(0.001));
        assertThat(new Goal.Amount(TODAY.plusDays(9), 2, Goal.Unit.VISIT, Goal.Per.WEEK, null).planned(TODAY.minusDays(13), TODAY)).isZero();
        assertThat(Goal.Amount.NONE.planned(TODAY, TODAY)).isNull();
    }

    @Test
    void what_is_known_decides_what_is_proposed() {
        assertThat(proposed(null, null, 10)).isEqualTo(Evidence.Proposal.NOT_ENOUGH);
        assertThat(proposed(null, null, 10, Achievement.IMPROVING)).isEqualTo(Evidence.Proposal.NOT_ENOUGH);
        assertThat(proposed(null, null, 10, Achievement.IMPROVING, Achievement.IN_PROGRESS)).isEqualTo(Evidence.Proposal.KEEP);
        assertThat(proposed(null, null, 10, Achievement.ACHIEVED)).isEqualTo(Evidence.Proposal.ACHIEVED);
        assertThat(proposed(null, null, 10, Achievement.SUSTAINING, Achievement.ACHIEVED)).isEqualTo(Evidence.Proposal.STEP_DOWN);
        assertThat(proposed(null, null, 10, Achievement.WORSENING, Achievement.NO_CHANGE)).isEqualTo(Evidence.Proposal.STEP_UP);
        assertThat(proposed(null, null, 10, Achievement.NOT_ATTAINABLE, Achievement.NO_PROGRESS)).isEqualTo(Evidence.Proposal.REPLACE);
        assertThat(proposed(null, null, 80, Achievement.NO_CHANGE, Achievement.NO_CHANGE)).isEqualTo(Evidence.Proposal.STEP_UP);
        assertThat(proposed(10.0, 3.0, 80, Achievement.NO_CHANGE, Achievement.NO_CHANGE)).isEqualTo(Evidence.Proposal.KEEP);
        assertThat(proposed(10.0, 9.0, 80, Achievement.NO_CHANGE, Achievement.NO_CHANGE)).isEqualTo(Evidence.Proposal.STEP_UP);
        assertThat(proposed(10.0, 9.0, 130, Achievement.NO_CHANGE, Achievement.NO_CHANGE)).isEqualTo(Evidence.Proposal.REPLACE);
    }

    private static Evidence.Proposal proposed(Double planned, Double delivered, int daysAgo, Achievement... seen) {
        var progress = java.util.stream.Stream.of(seen).map(it -> new Progress(UUID.randomUUID(), TODAY.minusDays(1), it, "", "Rosa", null)).toList();
        var goal = new Goal(GoalId.next(), "A home", NeedCategory.HOUSING, "", null, Goal.Priority.HIGH, "", Lifecycle.ACTIVE, null, null, List.of(), List.of());
        return new Evidence(goal, progress, List.of(), planned, delivered, TODAY.minusDays(daysAgo), TODAY).proposal().what();
    }
}
