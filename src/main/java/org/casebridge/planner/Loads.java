package org.casebridge.planner;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.casebridge.access.AccountId;
import org.casebridge.caseload.Carrier;
import org.casebridge.caseload.Carriers;
import org.casebridge.caseload.CaseId;
import org.casebridge.workload.Weights;
import org.springframework.stereotype.Component;

/**
 * What workers carry against what they can: in the agency's points, once it has measured or said how long a point takes. Until then, and where more are asked about than a team has, by people: forty to a
 * full load. All of one answer are counted alike.
 */
@Component
class Loads {

    private static final int FULL = 40;
    /** The weights of more would take longer than a page may. */
    private static final int MOST = 100;

    private final Carriers carriers;
    private final Weights weights;

    Loads(Carriers carriers, Weights weights) {
        this.carriers = carriers;
        this.weights = weights;
    }

    /** In points of the cases; {@code percent} of the capacity, rounded down. */
    record Load(int points, int capacity) {

        int percent() {
            return capacity == 0 ? points == 0 ? 0 : 1000 : points * 100 / capacity;
        }
    }

    /** Of everybody who carries cases. */
    Map<AccountId, Load> all() {
        return of(carriers.all().stream().map(Carrier::worker).toList());
    }

    Map<AccountId, Load> of(Collection<AccountId> workers) {
        var all = new HashMap<AccountId, Load>();
        if (weighed(workers)) {
            weights.of(workers).forEach(it -> all.put(it.worker(), new Load(it.points(), Objects.requireNonNull(it.room()))));
        } else {
            carriers.all().stream().filter(it -> workers.contains(it.worker())).forEach(it -> all.put(it.worker(), new Load(it.people(), FULL)));
        }
        return all;
    }

    /** What each of these cases weighs, counted as {@link #of} counts their workers. */
    Map<CaseId, Integer> points(Collection<AccountId> workers, List<TeamCases.TeamCase> cases) {
        var weighed = weighed(workers) ? weights.points(workers) : Map.<CaseId, Integer>of();
        var all = new HashMap<CaseId, Integer>();
        cases.forEach(it -> all.put(it.id(), weighed.getOrDefault(it.id(), 1)));
        return all;
    }

    private boolean weighed(Collection<AccountId> workers) {
        return workers.size() <= MOST && weights.formula().minutes() != null;
    }
}
