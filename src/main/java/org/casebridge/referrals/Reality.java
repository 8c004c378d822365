package org.casebridge.referrals;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.ArrayList;
import org.casebridge.codes.NeedCategory;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * What came of an agency's referrals to one service for one need in a year. Rates are told from {@link #FEWEST} on; fewer would tell of single people (CMS's cell size suppression policy
 * withholds counts below 11 in public; within an agency we withhold below five). {@code medianDays}: calendar days from sending to the first answer.
 */
public record Reality(UUID serviceId, String service, String organization, NeedCategory need, int sent, int overdue, int answered, @Nullable BigDecimal medianDays, int accepted, int declined,
                   Map<Cause, Integer> causes, int noShows, int met, int partly, int notMet, int noFundsStreak) {

    public static final int FEWEST = 5;
    private static final int STREAK = 3;
    private static final int SLOW_DAYS = 10;

    public boolean enough() {
        return answered >= FEWEST;
    }

    public boolean outcomesEnough() {
        return outcomes() >= FEWEST;
    }

    public int outcomes() {
        return met + partly + notMet;
    }

    public int acceptedPercent() {
        return answered == 0 ? 0 : Math.round(100f * accepted / answered);
    }

    public int metPercent() {
        return outcomes() == 0 ? 0 : Math.round(100f * met / outcomes());
    }

    /** The reasons of declines that were given often enough to tell, the most frequent first. */
    public List<Map.Entry<Cause, Integer>> told() {
        return causes.entrySet().stream().filter(it -> it.getValue() >= FEWEST).sorted(Map.Entry.<Cause, Integer>comparingByValue(Comparator.reverseOrder())).toList();
    }

    /** What speaks against sending somebody there now; nothing when nothing does. Our own thresholds. */
    public List<Sentence> warnings() {
        var all = new ArrayList<Sentence>();
        if (noFundsStreak >= STREAK) {
            all.add(Sentence.of("The last {count} answers were that no money is left.", noFundsStreak));
        }
        if (enough() && acceptedPercent() < 20) {
            all.add(Sentence.of("They accepted {percent} % of what was sent in a year.", acceptedPercent()));
        }
        if (enough() && medianDays != null && medianDays.intValue() >= SLOW_DAYS) {
            all.add(Sentence.of("Their answer takes {days} days, in the middle.", medianDays));
        }
        if (answered == 0 && overdue >= FEWEST) {
            all.add(Sentence.of("None of what was sent in a year was answered."));
        }
        return all;
    }
}
