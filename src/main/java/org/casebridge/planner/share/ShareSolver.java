package org.casebridge.planner.share;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchType;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Shares cases by Timefold, beginning with who carries them now: the same cases give the same share, unless a slow machine runs out of its time. */
public final class ShareSolver {

    /** So many tries for so many cases times workers, up to that number of them; a large team has the last. */
    private static final NavigableMap<Long, Long> TRIES = new TreeMap<>(Map.of(2_000L, 60_000L, 10_000L, 250_000L, Long.MAX_VALUE, 1_500_000L));

    private final NavigableMap<Long, SolverFactory<Share>> factories = new TreeMap<>();

    private ShareSolver(@Nullable Duration most) {
        TRIES.forEach((size, tries) -> factories.put(size, factory(tries, most)));
    }

    public static ShareSolver within(Duration time) {
        return new ShareSolver(time);
    }

    /** Does not depend on the machine. */
    public static ShareSolver steady() {
        return new ShareSolver(null);
    }

    /** Uphill only: what is no better by itself is not moved, so that moves stay few. */
    private static SolverFactory<Share> factory(long tries, @Nullable Duration most) {
        var uphill = new LocalSearchPhaseConfig().withLocalSearchType(LocalSearchType.HILL_CLIMBING).withTerminationConfig(new TerminationConfig().withMoveCountLimit(tries));
        var config = new SolverConfig().withSolutionClass(Share.class).withEntityClasses(Carried.class).withConstraintProviderClass(ShareRules.class)
                .withEnvironmentMode(EnvironmentMode.NO_ASSERT).withRandomSeed(0L).withPhases(uphill);
        return SolverFactory.create(most == null ? config : config.withTerminationSpentLimit(most));
    }

    /** Leaves alone what nobody may move. */
    public Share solve(Share share) {
        if (share.getCases().stream().allMatch(Carried::isPinned)) {
            return share;
        }
        return factories.ceilingEntry((long) share.getCases().size() * share.getBearers().size()).getValue().buildSolver().solve(share);
    }
}
