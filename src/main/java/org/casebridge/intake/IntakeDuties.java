package org.casebridge.intake;

import java.util.List;
import org.casebridge.access.AccountId;
import org.casebridge.access.Duties;
import org.casebridge.kernel.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A request for help rests on whoever took it until it is decided, by them or by others. */
@Component
class IntakeDuties implements Duties {

    private final JdbcClient db;

    IntakeDuties(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Sentence> of(AccountId account) {
        int open = db.sql("select count(*) from intake.intake where taken_by = ? and status = 'WAITING'").param(account.value()).query(Integer.class).single();
        return open == 0 ? List.of() : List.of(Sentence.of("{count, plural, one {1 request for help to decide} other {# requests for help to decide}}", open));
    }
}
