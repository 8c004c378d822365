package org.casebridge.planner;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.caseload.CaseId;
import org.casebridge.caseload.ProgramId;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Id;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TeamCases {

    private final JdbcClient db;

    TeamCases(JdbcClient db) {
        this.db = db;
    }

    /** An open case of a team as sharing sees it. */
    record TeamCase(CaseId id, ClientId clientId, String client, AccountId worker, ProgramId programId, String program, boolean part2, LocalDate openedOn, int version, List<String> languages, boolean restricted) {}

    int count(Collection<AccountId> workers) {
        return db.sql("select count(*)::integer from caseload.case_file where worker = any (?) and status = 'OPEN'").param(workers.stream().map(AccountId::value).toArray(UUID[]::new)).query(Integer.class).single();
    }

    /** Of those whom the acting person reaches. */
    List<TeamCase> cases(Collection<AccountId> workers) {
        return db.sql("""
                select f.id, f.client_id, c.name as client, f.worker, f.program_id, g.name as program, g.part2, f.opened_on, f.version, c.languages, coalesce(k.restricted, false) as restricted
                from caseload.case_file f join clients.client c on c.id = f.client_id join caseload.program g on g.id = f.program_id left join access.custody k on k.client_id = f.client_id
                where f.worker = any (?) and f.status = 'OPEN' order by c.name, f.id
                """).param(workers.stream().map(AccountId::value).toArray(UUID[]::new)).query(TeamCase.class).list();
    }

    void keep(int proposed, int moved, double before, double after, String reason, Instant at) {
        var me = Actor.current();
        db.sql("""
                insert into planner.rebalancing (id, agency_id, proposed, moved, spread_before, spread_after, reason, decided_by, decided_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """).params(Id.fresh(), me.agency().value(), proposed, moved, before, after, reason, me.account().value(), at.atOffset(ZoneOffset.UTC)).update();
    }

    List<Rebalancings.Decided> decided() {
        return db.sql("""
                select r.proposed, r.moved, r.spread_before as before, r.spread_after as after, r.reason, a.name as by, r.decided_at as at
                from planner.rebalancing r join access.account a on a.id = r.decided_by where r.agency_id = ? order by r.decided_at desc limit 10
                """).param(Actor.current().agency().value()).query(Rebalancings.Decided.class).list();
    }
}
