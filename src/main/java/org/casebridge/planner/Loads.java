package org.casebridge.planner;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casebridge.access.AccountId;
import org.casebridge.caseload.Carriers;
import org.casebridge.caseload.CaseId;
import org.springframework.stereotype.Component;

/** What workers carry against what they can: by people, forty to a full load. */
@Component
class Loads {

    private static final int FULL = 40;

    private final Carriers carriers;

    Loads(Carriers carriers) {
        this.carriers = carriers;
    }

    /** In points of the cases; {@code percent} of the capacity, rounded down. */
    record Load(int points, int capacity) {

        int percent() {
            return capacity == 0 ? points == 0 ? 0 : 1000 : points * 100 / capacity;
        }
    }

    Map<AccountId, Load> all() {
        var all = new HashMap<AccountId, Load>();
        carriers.all().forEach(it -> all.put(it.worker(), new Load(it.people(), FULL)));
        return all;
    }

    /** What each of these cases weighs. */
    Map<CaseId, Integer> points(List<TeamCases.TeamCase> cases) {
        var all = new HashMap<CaseId, Integer>();
        cases.forEach(it -> all.put(it.id(), 1));
        return all;
    }
}
