package org.casebridge.assessments;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.casebridge.access.AccountId;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WithdrawalStore {

    private final JdbcClient db;

    WithdrawalStore(JdbcClient db) {
        this.db = db;
    }

    /** The newest first. */
    List<Withdrawal> of(FormId form) {
        return db.sql("""
                select w.*, a.name as by_name, e.name as ended_by_name
                from assessments.form_withdrawal w join access.account a on a.id = w.by left join access.account e on e.id = w.ended_by
                where w.form_id = ?
                order by w.at desc
                """)
                .param(form.value()).query((row, number) -> new Withdrawal(row.getString("reason"), row.getString("by_name"), row.getTimestamp("at").toInstant(), row.getString("ended_by_name"),
                        row.getTimestamp("ended_at") == null ? null : row.getTimestamp("ended_at").toInstant())).list();
    }

    Optional<Withdrawal> current(FormId form) {
        return of(form).stream().filter(Withdrawal::holds).findFirst();
    }

    /** Refuses a second one while one holds. */
    void add(OwnForm form, String reason, AccountId by, Instant at) {
        try {
            db.sql("insert into assessments.form_withdrawal (id, form_id, version, agency_id, reason, by, at) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(Id.fresh(), form.id().value(), form.version(), form.agency().value(), reason, by.value(), at.atOffset(ZoneOffset.UTC)).update();
        } catch (DuplicateKeyException another) {
            throw Refused.conflict("It is withdrawn already. Reload the page to read why.");
        }
    }

    /** Refuses when none holds. */
    void end(OwnForm form, AccountId by, Instant at) {
        if (db.sql("update assessments.form_withdrawal set ended_by = ?, ended_at = ? where form_id = ? and agency_id = ? and ended_at is null")
                .params(by.value(), at.atOffset(ZoneOffset.UTC), form.id().value(), form.agency().value()).update() == 0) {
            throw Refused.conflict("It is offered already.");
        }
    }
}
