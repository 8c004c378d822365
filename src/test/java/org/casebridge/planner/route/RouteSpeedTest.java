package org.casebridge.planner.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What an order costs as somebody waits for it: a day of 12 visits and a week of 60, over a town of 30 kilometers, a third of them with hours of their own. {@code bin/bench} runs it. */
@EnabledIfSystemProperty(named = "casebridge.speed", matches = "true")
class RouteSpeedTest {

    private static final RouteSolver SOLVER = RouteSolver.within(Duration.ofMillis(700));

    @Test
    void a_day_of_12_visits_takes_a_second_at_most() {
        for (int i = 0; i < 3; i++) {
            SOLVER.solve(town(1, 12, i));
        }
        assertThat(time("a day of 12 visits", 1, 12)).isLessThan(1000);
    }

    @Test
    void a_week_of_60_visits_takes_five_seconds_at_most() {
        assertThat(time("a week of 60 visits", 5, 60)).isLessThan(5000);
    }

    private static double time(String what, int days, int visits) {
        var took = new ArrayList<Double>();
        for (int i = 0; i < 8; i++) {
            var route = town(days, visits, 100 + i);
            var begun = System.nanoTime();
            var solved = SOLVER.solve(route);
            took.add((System.nanoTime() - begun) / 1e6);
            var table = solved.getDays().stream().map(WorkDay::timetable).toList();
            System.out.printf("%s: %.0f ms, %d placed, %d min on the way, score %s%n", what, took.getLast(), table.stream().mapToInt(it -> it.entries().size()).sum(), table.stream().mapToInt(Timetable::travel).sum(), solved.getScore());
            assertThat(table).allSatisfy(it -> assertThat(it.missing()).isZero());
        }
        System.out.printf("%s: slowest of %d %.0f ms%n", what, took.size(), Collections.max(took));
        return Collections.max(took);
    }

    private static Route town(int days, int visits, long seed) {
        var random = new Random(seed);
        var all = new ArrayList<WorkDay>();
        for (int i = 0; i < days; i++) {
            all.add(new WorkDay(i, "w", List.of(new Stretch(480, 1020)), Spot.at(39.95, -75.16), new Travel(40, 42, 20), new WorkDay.Break(30, new Stretch(690, 840))));
        }
        var stops = new ArrayList<Stop>();
        for (int i = 0; i < visits; i++) {
            int from = i % 3 == 0 ? 480 + random.nextInt(300) : 0;
            var windows = Collections.nCopies(days, List.of(i % 3 == 0 ? new Stretch(from, from + 180) : new Stretch(0, 1440)));
            stops.add(new Stop("v" + i, 20 + random.nextInt(3) * 5, Spot.at(39.82 + random.nextDouble() * 0.27, -75.33 + random.nextDouble() * 0.35), Rank.values()[random.nextInt(4)], i % days, null, windows, Set.of("w"), "w"));
        }
        return new Route(all, stops);
    }
}
