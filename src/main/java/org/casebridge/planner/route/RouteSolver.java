package org.casebridge.planner.route;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchType;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Puts visits in order by Timefold: the same visits give the same order. It tries so many changes by how many visits there are; the time it may take is there for a slow machine only, and none is set
 * where results are compared.
 */
public final class RouteSolver {

    /** A day has so many visits at most, and its order is found by so many tries; a week takes more. */
    private static final int A_DAY = 15;
    private static final long TRIES_OF_A_DAY = 10_000;
    private static final long TRIES = 30_000;

    /** In which they are put on days before anything is changed: what must be, then what has the least time for it. */
    private static final Comparator<Stop> FIRST = Comparator.comparing(Stop::rank).thenComparingInt(Stop::leeway).thenComparing(Stop::getId);

    private final SolverFactory<Route> day;
    private final SolverFactory<Route> week;

    private RouteSolver(SolverFactory<Route> day, SolverFactory<Route> week) {
        this.day = day;
        this.week = week;
    }

    /** In about that time at most for a day, and five times that for more. */
    public static RouteSolver within(Duration time) {
        return new RouteSolver(factory(TRIES_OF_A_DAY, time), factory(TRIES, time.multipliedBy(5)));
    }

    /** Does not depend on the machine. */
    public static RouteSolver steady() {
        return new RouteSolver(factory(TRIES_OF_A_DAY, null), factory(TRIES, null));
    }

    /** First wide, then only uphill; the tries of both are counted together. */
    private static SolverFactory<Route> factory(long tries, @Nullable Duration most) {
        var wide = new LocalSearchPhaseConfig().withTerminationConfig(new TerminationConfig().withMoveCountLimit(tries));
        var uphill = new LocalSearchPhaseConfig().withLocalSearchType(LocalSearchType.HILL_CLIMBING).withTerminationConfig(new TerminationConfig().withMoveCountLimit(tries * 3 / 2));
        var config = new SolverConfig().withSolutionClass(Route.class).withEntityClasses(WorkDay.class, Stop.class).withConstraintProviderClass(RouteRules.class)
                .withEnvironmentMode(EnvironmentMode.NO_ASSERT).withRandomSeed(0L).withPhases(new ConstructionHeuristicPhaseConfig(), wide, uphill);
        return SolverFactory.create(most == null ? config : config.withTerminationSpentLimit(most));
    }

    public Route solve(Route route) {
        if (route.getStops().isEmpty() || route.getDays().isEmpty()) {
            return route;
        }
        var weighty = route.getStops().stream().sorted(FIRST).toList();
        return (weighty.size() <= A_DAY ? day : week).buildSolver().solve(new Route(route.getDays(), weighty));
    }
}
