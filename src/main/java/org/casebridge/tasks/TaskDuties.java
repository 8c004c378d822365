package org.casebridge.tasks;

import java.util.List;
import org.casebridge.access.AccountId;
import org.casebridge.access.Duties;
import org.casebridge.kernel.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open tasks about clients rest on their owner; what somebody noted for themself goes with them. */
@Component
class TaskDuties implements Duties {

    private final JdbcClient db;

    TaskDuties(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Sentence> of(AccountId account) {
        int open = db.sql("select count(*) from tasks.task where owner = ? and client_id is not null and status = 'OPEN'").param(account.value()).query(Integer.class).single();
        return open == 0 ? List.of() : List.of(Sentence.of("{count, plural, one {1 open task} other {# open tasks}}", open));
    }
}
