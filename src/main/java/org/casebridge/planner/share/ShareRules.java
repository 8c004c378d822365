package org.casebridge.planner.share;

import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.sum;

import ai.timefold.solver.core.api.score.HardSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;

/**
 * What a fair share is: nobody above red (hard); then as few moves as do it, and those that tear least; a move is worth it only when two loads come clearly nearer to each other (soft, in square percents).
 */
public class ShareRules implements ConstraintProvider {

    /** What a move must bring, in hundredths of a square percent of load; tearing ties costs up to three times that. Our own, tried with teams of 3 and 40. */
    static final long MOVE = 4_000;
    private static final long TIE = 80;

    @Override
    public Constraint[] defineConstraints(ConstraintFactory rules) {
        return new Constraint[] {
            rules.forEach(Carried.class).groupBy(Carried::getBearer, sum(Carried::points)).filter((bearer, points) -> bearer.beyond(points) > 0)
                    .penalize(HardSoftScore.ONE_HARD, (bearer, points) -> bearer.beyond(points)).asConstraint("nobody above red"),
            rules.forEach(Carried.class).filter(Carried::moved).penalize(HardSoftScore.ONE_SOFT, it -> MOVE + TIE * it.ties()).asConstraint("few moves and continuity"),
            rules.forEach(Carried.class).groupBy(Carried::getBearer, sum(Carried::points))
                    .penalize(HardSoftScore.ONE_SOFT, (bearer, points) -> (bearer.load(points) * bearer.load(points) - bearer.load(0) * bearer.load(0)) / 100).asConstraint("loads near each other"),
        };
    }
}
