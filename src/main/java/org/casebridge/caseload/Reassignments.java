package org.casebridge.caseload;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebridge.access.AccountId;
import org.casebridge.access.Accounts;
import org.casebridge.kernel.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives one, some or all cases of a worker to another, with everything that is open about their people: all of it or nothing, in one transaction. */
@Service
@Transactional
public class Reassignments {

    private final CaseFiles cases;
    private final CaseStore store;
    private final Carriers carriers;
    private final Accounts accounts;

    Reassignments(CaseFiles cases, CaseStore store, Carriers carriers, Accounts accounts) {
        this.cases = cases;
        this.store = store;
        this.carriers = carriers;
        this.accounts = accounts;
    }

    /** What it would come to: the open cases of a worker, and how many people each of the others would carry with all of them. */
    @Transactional(readOnly = true)
    public WhatIf whatIf(AccountId from) {
        var open = cases.openOf(from);
        var people = open.stream().map(CaseLine::clientId).distinct().count();
        return new WhatIf(open, carriers.all().stream().filter(it -> !it.worker().equals(from)).map(it -> new WhatIf.Taker(it.worker(), it.name(), it.people(), (int) (it.people() + people))).toList());
    }

    /** Refuses who cannot carry cases here or is disabled, and a case that is no longer open with whom it is taken from. */
    public int give(AccountId from, ReassignCases said) {
        if (said.worker().equals(from)) {
            throw Refused.invalid("{name} has these cases already. Choose somebody else.", accounts.get(from).name()).at("worker");
        }
        var name = carriers.get(said.worker()).name();
        var open = cases.openOf(from).stream().collect(Collectors.toMap(CaseLine::id, Function.identity()));
        var chosen = said.cases().stream().map(open::get).toList();
        if (chosen.contains(null)) {
            throw Refused.conflict("One of these cases is no longer theirs. Look at the list again; nothing was moved.");
        }
        chosen.forEach(it -> cases.give(store.get(it.clientId(), it.id()), name, said.worker()));
        return chosen.size();
    }

    /** {@code would} is how many people they would carry with all of the worker's. */
    public record WhatIf(List<CaseLine> cases, List<Taker> takers) {

        public record Taker(AccountId worker, String name, int people, int would) {}
    }
}
