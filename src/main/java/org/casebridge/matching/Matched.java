package org.casebridge.matching;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What matching found: the best, at most {@link #MOST}; when nothing fits, the nearest failures; how many of {@code all} stand how; and which facts would decide most. {@code off}: why nothing
 * was matched at all.
 */
public record Matched(List<Match> best, List<Match> nearest, Map<Match.Standing, Integer> counts, int all, List<Fact> ask, ServiceRules.@Nullable Off off) {

    public static final int MOST = 30;
    public static final int NEAREST = 5;

    /** Nothing that the client may have or could have. */
    public boolean nothing() {
        return best.isEmpty();
    }

    public int count(Match.Standing standing) {
        return counts.getOrDefault(standing, 0);
    }
}
