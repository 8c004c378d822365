package org.casebridge.planner.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Shares that were worked out by hand. */
class ShareTest {

    private static final ShareSolver SOLVER = ShareSolver.steady();
    private static final Bearer ANA = new Bearer("ana", 40, 0);
    private static final Bearer BEN = new Bearer("ben", 40, 0);
    private static final Bearer CARO = new Bearer("caro", 40, 0);

    @Test
    void whoever_is_above_red_gives_away_and_what_tears_most_stays() {
        var cases = new ArrayList<>(of("a", 48, ANA, 100, List.of(ANA, BEN)));
        cases.addAll(of("b", 36, BEN, 100, List.of(ANA, BEN)));
        cases.set(0, new Carried("fresh0", 1, 0, ANA, List.of(ANA, BEN), false));
        cases.set(1, new Carried("fresh1", 1, 0, ANA, List.of(ANA, BEN), false));
        cases.set(2, new Carried("fresh2", 1, 0, ANA, List.of(ANA, BEN), false));
        cases.set(3, new Carried("fresh3", 1, 0, ANA, List.of(ANA, BEN), false));
        var share = SOLVER.solve(new Share(List.of(ANA, BEN), cases));
        assertThat(share.points().get(ANA)).as("44 of 40 are 110 percent, and not above").isLessThanOrEqualTo(44);
        assertThat(share.getCases()).filteredOn(Carried::moved).extracting(Carried::getId).as("those nobody knows well").containsExactlyInAnyOrder("fresh0", "fresh1", "fresh2", "fresh3");
        assertThat(share.getScore().hardScore()).isZero();
    }

    @Test
    void loads_that_are_near_each_other_are_left_alone() {
        var cases = new ArrayList<>(of("a", 39, ANA, 50, List.of(ANA, BEN)));
        cases.addAll(of("b", 36, BEN, 50, List.of(ANA, BEN)));
        assertThat(SOLVER.solve(new Share(List.of(ANA, BEN), cases)).getCases()).noneMatch(Carried::moved);
    }

    @Test
    void pinned_cases_and_those_nobody_else_may_carry_stay_however_much_there_is() {
        var cases = new ArrayList<Carried>();
        IntStream.range(0, 30).forEach(it -> cases.add(new Carried("pinned" + it, 1, 0, ANA, List.of(ANA, BEN), true)));
        IntStream.range(0, 30).forEach(it -> cases.add(new Carried("only" + it, 1, 0, ANA, List.of(ANA), false)));
        var share = SOLVER.solve(new Share(List.of(ANA, BEN), cases));
        assertThat(share.getCases()).noneMatch(Carried::moved);
    }

    @Test
    void a_case_goes_only_to_somebody_who_may_carry_it() {
        var cases = new ArrayList<>(of("vietnamese", 50, ANA, 0, List.of(ANA, CARO)));
        var share = SOLVER.solve(new Share(List.of(ANA, BEN, CARO), cases));
        assertThat(share.points()).doesNotContainKey(BEN);
        assertThat(share.points().get(ANA)).isBetween(20L, 30L);
    }

    @Test
    void when_all_are_over_red_the_overload_is_shared_and_said() {
        var cases = new ArrayList<>(of("a", 80, ANA, 0, List.of(ANA, BEN)));
        cases.addAll(of("b", 40, BEN, 0, List.of(ANA, BEN)));
        var share = SOLVER.solve(new Share(List.of(ANA, BEN), cases));
        assertThat(share.getScore().hardScore()).as("120 points and red at 44 each").isEqualTo(-32);
        assertThat(share.points().get(ANA)).isBetween(52L, 68L);
    }

    private static List<Carried> of(String prefix, int count, Bearer now, int ties, List<Bearer> may) {
        return IntStream.range(0, count).mapToObj(it -> new Carried(prefix + it, 1, ties, now, may, false)).toList();
    }
}
