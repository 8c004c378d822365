package org.casebridge.workload;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebridge.access.AccountId;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.caseload.CaseId;
import org.casebridge.kernel.Refused;
import org.casebridge.monitoring.Radar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What cases weigh and how full the weeks of workers are, as far as the acting person reaches the cases. */
@Service
@Transactional(readOnly = true)
public class Weights {

    /** A plan's review counts as a clock when it is due within so many days. Our own. */
    static final int AHEAD = 30;

    private final WeightStore store;
    private final Accounts accounts;
    private final Radar radar;
    private final Clock clock;

    Weights(WeightStore store, Accounts accounts, Radar radar, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.radar = radar;
        this.clock = clock;
    }

    /** Those whom the acting person looks after, and themselves when they carry cases, by name. */
    public List<WorkerLoad> ofTeam() {
        return of(radar.team()).stream().filter(it -> !it.cases().isEmpty() || !it.worker().equals(Actor.current().account())).toList();
    }

    /** Refuses somebody who does not work here. */
    public WorkerLoad of(AccountId worker) {
        return of(List.of(worker)).stream().findFirst().orElseThrow(() -> Refused.notFound("That worker could not be found."));
    }

    /** Of any number of them, in three questions, by name; who does not work here is left out. */
    public List<WorkerLoad> of(Collection<AccountId> workers) {
        var formula = formula();
        var cases = weigh(workers, formula).stream().collect(groupingBy(CaseWeight::worker));
        var hours = store.hours(workers).stream().collect(toMap(Hours::worker, it -> it));
        var asked = Set.copyOf(workers);
        return accounts.colleagues().stream().filter(it -> asked.contains(it.id()))
                .map(it -> new WorkerLoad(it.id(), it.name(), hours.getOrDefault(it.id().value(), Hours.usual(it.id().value())), formula.minutes(), cases.getOrDefault(it.id(), List.of()))).toList();
    }

    /** The points of every case these workers carry, the newly closed among them. */
    public Map<CaseId, Integer> points(Collection<AccountId> workers) {
        var points = new LinkedHashMap<CaseId, Integer>();
        weigh(workers, formula()).forEach(it -> points.put(it.caseId(), it.points()));
        return points;
    }

    /** The formula that holds today. */
    public WeightFormula formula() {
        return store.formula(today()).orElse(WeightFormula.FIRST);
    }

    private List<CaseWeight> weigh(Collection<AccountId> workers, WeightFormula formula) {
        var today = today();
        return store.facts(workers, today.minusDays(formula.closingDays()), today.plusDays(AHEAD)).stream().map(it -> formula.weigh(it, today)).toList();
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
