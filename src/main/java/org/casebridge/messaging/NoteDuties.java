package org.casebridge.messaging;

import java.util.List;
import org.casebridge.access.AccountId;
import org.casebridge.access.Duties;
import org.casebridge.kernel.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A note that is not signed rests on its writer, who alone can sign it; where they cannot any more, the contact is struck out and recorded anew by somebody who knows. */
@Component
class NoteDuties implements Duties {

    private final JdbcClient db;

    NoteDuties(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Sentence> of(AccountId account) {
        int open = db.sql("""
                select count(*) from messaging.note n join messaging.contact c on c.id = n.contact_id
                where n.written_by = ? and n.signed_at is null and c.struck_at is null
                """).param(account.value()).query(Integer.class).single();
        return open == 0 ? List.of() : List.of(Sentence.of("{count, plural, one {1 note to sign} other {# notes to sign}}", open));
    }
}
