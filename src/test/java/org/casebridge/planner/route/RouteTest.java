package org.casebridge.planner.route;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Orders that were worked out by hand, on a line along the equator where a kilometer takes a minute. */
class RouteTest {

    private static final double DEGREES_A_KM = 1 / (Math.toRadians(1) * 6371.0088);
    private static final Travel MINUTE_A_KM = new Travel(60, 0, 20);
    private static final int EIGHT = 480;
    private static final int NOON = 720;
    private static final int FIVE = 1020;
    private static final RouteSolver SOLVER = RouteSolver.steady();

    @Test
    void the_shortest_way_is_gone_and_each_visit_begins_as_early_as_it_can() {
        var day = day(0, List.of(new Stretch(EIGHT, FIVE)), null);
        var route = SOLVER.solve(new Route(List.of(day), List.of(stop("far", 20), stop("near", 5), stop("middle", 10))));
        assertThat(order(route, 0)).containsExactly("near 8:05", "middle 8:40", "far 9:20");
        assertThat(route.getDays().getFirst().timetable().travel()).isEqualTo(20);
        assertThat(route.getScore()).extracting(HardMediumSoftScore::hardScore, HardMediumSoftScore::mediumScore).containsExactly(0L, 0L);
    }

    @Test
    void the_hours_of_a_client_come_before_a_short_way() {
        var day = day(0, List.of(new Stretch(EIGHT, FIVE)), null);
        var late = new Stop("near", 30, km(5), Rank.PLANNED, 0, null, List.of(List.of(new Stretch(600, 660))), Set.of("w"), "w");
        var route = SOLVER.solve(new Route(List.of(day), List.of(late, stop("far", 20), stop("middle", 10))));
        assertThat(order(route, 0)).as("middle and far, and back in time for ten o'clock").containsExactly("middle 8:10", "far 8:50", "near 10:00");
    }

    @Test
    void when_not_all_fit_the_law_goes_before_any_number_of_others() {
        var short_day = day(0, List.of(new Stretch(EIGHT, EIGHT + 70)), null);
        var law = new Stop("law", 60, km(10), Rank.LAW, 0, null, whole(), Set.of("w"), "w");
        var route = SOLVER.solve(new Route(List.of(short_day), List.of(stop("one", 1), stop("two", 2), law)));
        assertThat(order(route, 0)).containsExactly("law 8:10");
        assertThat(route.getScore()).isEqualTo(HardMediumSoftScore.of(0, -2, route.getScore().softScore()));
    }

    @Test
    void an_appointment_stands_and_neither_a_way_nor_a_visit_runs_into_it() {
        var day = day(0, List.of(new Stretch(EIGHT, 510), new Stretch(570, FIVE)), null);
        var route = SOLVER.solve(new Route(List.of(day), List.of(stop("near", 5))));
        assertThat(order(route, 0)).as("5 minutes and 30 do not go into half an hour").containsExactly("near 9:35");
    }

    @Test
    void the_pause_is_kept_between_half_past_eleven_and_two() {
        var day = day(0, List.of(new Stretch(EIGHT, FIVE)), new WorkDay.Break(30, new Stretch(690, 840)));
        var visits = IntStream.range(0, 4).mapToObj(it -> new Stop("v" + it, 120, km(0), Rank.PLANNED, 0, null, whole(), Set.of("w"), "w")).toList();
        var table = SOLVER.solve(new Route(List.of(day), visits)).getDays().getFirst().timetable();
        assertThat(table.entries()).extracting(Timetable.Entry::start).containsExactly(EIGHT, 600, 750, 870);
        assertThat(table.pauseAt()).isEqualTo(NOON);
    }

    @Test
    void an_appointment_is_no_pause_and_the_pause_does_not_lie_in_one() {
        var day = day(0, List.of(new Stretch(EIGHT, 690), new Stretch(750, FIVE)), new WorkDay.Break(30, new Stretch(690, 840)));
        var visits = IntStream.range(0, 2).mapToObj(it -> new Stop("v" + it, 200, km(0), Rank.PLANNED, 0, null, whole(), Set.of("w"), "w")).toList();
        var table = SOLVER.solve(new Route(List.of(day), visits)).getDays().getFirst().timetable();
        assertThat(table.entries()).extracting(Timetable.Entry::start).as("one before the appointment, the other after the pause").containsExactly(EIGHT, 780);
        assertThat(table.pauseAt()).as("after the appointment, which ends at half past twelve").isEqualTo(750);
    }

    @Test
    void a_fixed_visit_stays_and_the_others_go_around_it() {
        var day = day(0, List.of(new Stretch(EIGHT, FIVE)), null);
        var fixed = new Stop("fixed", 30, km(50), Rank.LAW, 0, 540, whole(), Set.of("w"), "w");
        var route = SOLVER.solve(new Route(List.of(day), List.of(fixed, stop("near", 5), stop("late", 50))));
        assertThat(order(route, 0)).containsExactly("fixed 9:00", "late 9:30", "near 10:45");
    }

    @Test
    void a_colleague_goes_only_where_they_may_and_visits_stay_on_their_day_when_they_can() {
        var monday = day(0, List.of(new Stretch(EIGHT, EIGHT + 40)), null);
        var tuesday = day(1, List.of(new Stretch(EIGHT, FIVE)), null);
        var two = List.of(new Stretch(0, 1440));
        var stops = List.of(new Stop("a", 30, km(5), Rank.PLANNED, 0, null, List.of(two, two), Set.of("w"), "w"), new Stop("b", 30, km(6), Rank.OVERDUE, 0, null, List.of(two, two), Set.of("w"), "w"),
                new Stop("other", 30, km(5), Rank.LAW, 1, null, List.of(two, two), Set.of("somebody else"), "somebody else"));
        var route = SOLVER.solve(new Route(List.of(monday, tuesday), stops));
        assertThat(order(route, 0)).as("one fits on Monday; the shorter way decides").hasSize(1);
        assertThat(order(route, 1)).hasSize(1);
        assertThat(route.getStops()).as("who may not go does not").filteredOn(it -> it.getDay() == null).singleElement().extracting(Stop::getId).isEqualTo("other");
    }

    @Test
    void the_same_visits_give_the_same_order_and_no_order_of_seven_is_shorter() {
        int[] kilometers = {12, 3, 25, 7, 18, 1, 30};
        var stops = IntStream.range(0, 7).mapToObj(it -> stop("s" + it, kilometers[it])).toList();
        var first = SOLVER.solve(new Route(List.of(day(0, List.of(new Stretch(EIGHT, FIVE)), null)), stops));
        var again = SOLVER.solve(new Route(List.of(day(0, List.of(new Stretch(EIGHT, FIVE)), null)), stops));
        assertThat(order(first, 0)).isEqualTo(order(again, 0));
        assertThat(first.getDays().getFirst().timetable().travel()).as("along the line and no step back").isEqualTo(30);
    }

    @Test
    void where_nobody_knows_the_place_the_agencys_minutes_are_counted_and_a_call_takes_no_way() {
        var travel = new Travel(30, 50, 25);
        assertThat(travel.minutes(km(0), km(10))).as("10 km, half as long again, at 30 km an hour").isEqualTo(30);
        assertThat(travel.minutes(km(0), Spot.UNKNOWN)).isEqualTo(25);
        assertThat(travel.minutes(Spot.CONFIDENTIAL, km(0))).isEqualTo(25);
        assertThat(travel.minutes(km(0), Spot.ANYWHERE)).isZero();
    }

    private static List<String> order(Route route, int place) {
        return route.getDays().stream().filter(it -> it.place() == place).flatMap(it -> it.timetable().entries().stream())
                .map(it -> it.stop() + " " + it.start() / 60 + ":" + (it.start() % 60 < 10 ? "0" : "") + it.start() % 60).toList();
    }

    private static WorkDay day(int place, List<Stretch> free, WorkDay.@Nullable Break pause) {
        return new WorkDay(place, "w", free, km(0), MINUTE_A_KM, pause);
    }

    private static Stop stop(String id, double km) {
        return new Stop(id, 30, km(km), Rank.PLANNED, 0, null, whole(), Set.of("w"), "w");
    }

    private static List<List<Stretch>> whole() {
        return Arrays.asList(List.of(new Stretch(0, 1440)));
    }

    private static Spot km(double km) {
        return Spot.at(0, km * DEGREES_A_KM);
    }
}
