package org.casebridge.careplans;

import java.util.List;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.access.Duties;
import org.casebridge.caseload.CaseEvent;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the plan in force says a staff member will do rests on them until it is done, or until the client's case is with somebody else, on whom it rests then: an agreed plan does not change, whoever is
 * named in it.
 */
@Component
class StepDuties implements Duties {

    private final JdbcClient db;
    private final CaseFiles cases;

    StepDuties(JdbcClient db, CaseFiles cases) {
        this.db = db;
        this.cases = cases;
    }

    @Override
    public List<Sentence> of(AccountId account) {
        var clients = db.sql("""
                select s.client_id from careplans.step s join careplans.plan p on p.id = s.plan_id and p.status = 'ACTIVE'
                where s.staff = ? and not exists (select from careplans.step_result r where r.step_id = s.id)
                """).param(account.value()).query(UUID.class).list();
        var open = clients.stream().filter(it -> cases.openOf(new ClientId(it)).filter(file -> !file.worker().equals(account)).isEmpty()).count();
        return open == 0 ? List.of() : List.of(Sentence.of("{count, plural, one {1 step of a care plan} other {# steps of care plans}}", open));
    }

    /** A plan that is still being written names the new worker. */
    @EventListener
    void follow(CaseEvent.Assigned assigned) {
        db.sql("""
                update careplans.step s set staff = :to, who = (select name from access.account where id = :to)
                from careplans.plan p where p.id = s.plan_id and p.status in ('DRAFT', 'PROPOSED') and s.client_id = :client and s.staff = :from
                """)
                .param("to", assigned.to().value()).param("client", assigned.clientId().value()).param("from", assigned.from().value()).update();
    }
}
