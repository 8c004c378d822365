package org.casebridge.caseload;

import java.util.List;
import org.casebridge.access.AccountId;
import org.casebridge.access.Duties;
import org.casebridge.kernel.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open cases rest on their worker. */
@Component
class CaseDuties implements Duties {

    private final JdbcClient db;

    CaseDuties(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Sentence> of(AccountId account) {
        int open = db.sql("select count(*) from caseload.case_file where worker = ? and status = 'OPEN'").param(account.value()).query(Integer.class).single();
        return open == 0 ? List.of() : List.of(Sentence.of("{count, plural, one {1 open case} other {# open cases}}", open));
    }
}
