package org.casebridge.advocacy;

import java.util.List;
import org.casebridge.access.AccountId;
import org.casebridge.access.Duties;
import org.casebridge.kernel.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open issues rest on the worker who stands up for the client; they follow the case. */
@Component
class IssueDuties implements Duties {

    private final JdbcClient db;

    IssueDuties(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Sentence> of(AccountId account) {
        int open = db.sql("select count(*) from advocacy.issue where worker = ? and result is null").param(account.value()).query(Integer.class).single();
        return open == 0 ? List.of() : List.of(Sentence.of("{count, plural, one {1 open issue} other {# open issues}}", open));
    }
}
