package org.casebridge.caseload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebridge.access.Account;
import org.casebridge.access.AccountId;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who can carry cases in the acting person's agency, and who carries how many. */
@Service
@Transactional(readOnly = true)
public class Carriers {

    private final Accounts accounts;
    private final JdbcClient db;

    Carriers(Accounts accounts, JdbcClient db) {
        this.accounts = accounts;
        this.db = db;
    }

    /** By name; whoever may plan care can carry a case. */
    public List<Carrier> all() {
        var loads = loads();
        return people().stream().map(it -> new Carrier(it.id(), it.name(), loads.getOrDefault(it.id(), Load.NONE))).toList();
    }

    /** The same people, where nobody asks what they carry: that is counted over all cases of the agency. */
    public List<Account> people() {
        return accounts.colleagues().stream().filter(Carriers::carries).toList();
    }

    /** Refuses somebody who cannot carry a case here. */
    Account get(AccountId worker) {
        return people().stream().filter(it -> it.id().equals(worker)).findFirst()
                .orElseThrow(() -> Refused.invalid("Choose one of the workers offered.").at("worker"));
    }

    private static boolean carries(Account account) {
        return account.role().permissions().contains(Permission.PLAN);
    }

    private record Row(UUID worker, boolean inAll, String program, int people) {}

    /** One query for the whole agency: people are counted, whom a worker may not reach too, but never named. */
    Map<AccountId, Load> loads() {
        return counted(db.sql("select worker, in_all, program, people from caseload.loads(?)").param(Actor.current().agency().value()).query(Row.class).list());
    }

    /** The same of these workers alone. */
    Map<AccountId, Load> loads(List<AccountId> workers) {
        return counted(db.sql("select worker, in_all, program, people from caseload.loads(?, ?)")
                .params(Actor.current().agency().value(), workers.stream().map(AccountId::value).toArray(UUID[]::new)).query(Row.class).list());
    }

    private static Map<AccountId, Load> counted(List<Row> rows) {
        var loads = new LinkedHashMap<AccountId, Load>();
        rows.forEach(row -> {
            var worker = new AccountId(row.worker());
            var before = loads.getOrDefault(worker, Load.NONE);
            if (row.inAll()) {
                loads.put(worker, new Load(row.people(), before.programs()));
            } else {
                var programs = new ArrayList<>(before.programs());
                programs.add(new Load.InProgram(row.program(), row.people()));
                loads.put(worker, new Load(before.people(), programs));
            }
        });
        return loads;
    }
}
