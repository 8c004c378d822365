package org.casebridge.planner.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Sharing 1,600 cases among 40 workers, beside dealing them out one after the other to whoever may carry them. {@code bin/bench} runs it. */
@EnabledIfSystemProperty(named = "casebridge.speed", matches = "true")
class ShareSpeedTest {

    private static final int WORKERS = 40;
    private static final int CASES = 1600;

    @Test
    void a_team_of_40_with_1600_cases_is_shared_within_30_seconds_and_better_than_dealing_out() {
        var share = team();
        double before = share.spread();
        double dealt = dealt(share).spread();
        var begun = System.nanoTime();
        var solved = ShareSolver.within(Duration.ofSeconds(25)).solve(share);
        double took = (System.nanoTime() - begun) / 1e9;
        var points = solved.points();
        System.out.printf("sharing %,d cases among %d workers: %.1f s, %d moves; spread of load %.1f %% before, %.1f %% dealt out in turn, %.1f %% shared; highest %.1f %%%n", CASES, WORKERS, took,
                solved.getCases().stream().filter(Carried::moved).count(), before, dealt, solved.spread(), solved.getBearers().stream().mapToDouble(it -> it.load(points.getOrDefault(it, 0L)) / 100.0).max().orElse(0));
        assertThat(took).isLessThan(30);
        assertThat(solved.spread()).isLessThan(dealt);
        assertThat(solved.getScore().hardScore()).as("nobody above red").isZero();
    }

    /** In turn among those who may carry each. */
    private static Share dealt(Share share) {
        int[] turn = {0};
        return new Share(share.getBearers(), share.getCases().stream().map(it -> {
            var to = it.getMay().get(turn[0]++ % it.getMay().size());
            return new Carried(it.getId(), it.points(), it.ties(), to, it.getMay(), false);
        }).toList());
    }

    /** Cases of 5 to 30 points, a fifth of them in a language that four speak, carried unevenly; capacity for nine in ten. */
    private static Share team() {
        var random = new Random(7);
        int[] points = IntStream.range(0, CASES).map(_ -> 5 + random.nextInt(26)).toArray();
        int capacity = IntStream.of(points).sum() * 10 / 9 / WORKERS;
        var all = IntStream.range(0, WORKERS).mapToObj(it -> new Bearer("w" + it, it % 5 == 4 ? capacity * 6 / 10 : capacity * 11 / 10, 0)).toList();
        var speakers = all.subList(0, 8);
        var cases = new ArrayList<Carried>();
        for (int i = 0; i < CASES; i++) {
            List<Bearer> may = i % 5 == 0 ? speakers : all;
            var now = may.get((int) (Math.pow(random.nextDouble(), 1.4) * may.size()));
            cases.add(new Carried("c" + i, points[i], random.nextInt(101), now, may, i % 50 == 0));
        }
        return new Share(all, cases);
    }
}
