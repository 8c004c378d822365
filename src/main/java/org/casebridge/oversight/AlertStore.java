package org.casebridge.oversight;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.casebridge.audit.AuditLog;
import org.casebridge.data.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AlertStore {

    private static final String ALERT = "select id, kind, account, subject, day, amount, usual, raised_at, state, words, reviewed_by, reviewed_at, version from oversight.alert ";

    private final JdbcClient db;

    AlertStore(JdbcClient db) {
        this.db = db;
    }

    /** True when the pair was not known. */
    boolean remember(AuditLog.Opened it) {
        return db.sql("insert into oversight.pair (account, subject) values (?, ?) on conflict do nothing").params(it.actor(), it.client()).update() == 1;
    }

    /** True when nothing like it was raised that day. */
    boolean raise(Alert it) {
        return db.sql("""
                insert into oversight.alert (id, kind, account, subject, day, amount, usual, raised_at)
                values (:id, :kind, :account, :subject, :day, :amount, :usual, :raisedAt) on conflict do nothing
                """).paramSource(Row.of(it)).update() == 1;
    }

    boolean review(Alert it) {
        return db.sql("""
                update oversight.alert set state = :state, words = :words, reviewed_by = :reviewedBy, reviewed_at = :reviewedAt, version = version + 1
                where id = :id and version = :version
                """).paramSource(Row.of(it)).update() == 1;
    }

    Optional<Alert> find(AlertId id) {
        return db.sql(ALERT + "where id = ?").param(id.value()).query(Alert.class).optional();
    }

    List<Alert> list(boolean open, @Nullable Instant before, int most) {
        return db.sql(ALERT + "where (not :open or state = 'OPEN') and (:before::timestamptz is null or raised_at < :before) order by raised_at desc, id desc limit :most")
                .param("open", open).param("before", before == null ? null : before.atOffset(ZoneOffset.UTC)).param("most", most).query(Alert.class).list();
    }

    int open() {
        return db.sql("select count(*) from oversight.alert where state = 'OPEN'").query(Integer.class).single();
    }

    /** One watch at a time, on any number of servers; until the transaction ends. */
    boolean lock() {
        return db.sql("select pg_try_advisory_xact_lock(hashtext('casebridge oversight'))").query(Boolean.class).single();
    }

}
