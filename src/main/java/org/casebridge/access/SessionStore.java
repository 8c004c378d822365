package org.casebridge.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code access.session}. Times come from the house's clock. */
@Repository
class SessionStore {

    private static final String OPEN = "s.seen_at > :now::timestamptz - make_interval(secs => :idle) and s.began_at > :now::timestamptz - make_interval(secs => :whole)";

    private final JdbcClient db;

    SessionStore(JdbcClient db) {
        this.db = db;
    }

    void start(byte[] key, UUID id, AccountId account, Set<Factor> factors, Instant now) {
        db.sql("insert into access.session (key, id, account_id, began_at, seen_at) values (?, ?, ?, ?, ?)")
                .params(key, id, account.value(), at(now), at(now)).update();
        prove(key, factors, now);
    }

    /**
     * The session with this key, if it was used within the idle time, began within the absolute time and its account may sign in. One statement,
     * as every request asks it; a busy session's use is noted at most once a minute.
     */
    Optional<Session> find(byte[] key, Duration idle, Duration whole, Instant now) {
        return db.sql("""
                with used as (
                    update access.session s set seen_at = :now
                    where s.key = :key and s.seen_at < :now::timestamptz - interval '1 minute' and %1$s
                )
                select s.id as session_id, s.began_at, s.seen_at, s.password_at, s.totp_at, s.passkey_at, s.recovery_at, s.oidc_at,
                    a.id, a.agency_id, g.name as agency_name, a.username, a.name, a.role, a.language, g.zone, a.password_hash, a.disabled_at
                from access.session s join access.account a on a.id = s.account_id join access.agency g on g.id = a.agency_id
                where s.key = :key and a.disabled_at is null and %1$s
                """.formatted(OPEN))
                .param("key", key).param("idle", idle.toSeconds()).param("whole", whole.toSeconds()).param("now", at(now))
                .query((row, _) -> session(row)).optional();
    }

    /** The factors were shown now. */
    void prove(byte[] key, Set<Factor> factors, Instant now) {
        if (!factors.isEmpty()) {
            var columns = factors.stream().map(it -> it.name().toLowerCase() + "_at = :now").collect(Collectors.joining(", "));
            db.sql("update access.session set " + columns + " where key = :key").param("now", at(now)).param("key", key).update();
        }
    }

    /** The same session under another key: what its old cookie holds opens nothing any more. */
    void move(byte[] key, byte[] fresh) {
        db.sql("update access.session set key = ? where key = ?").params(fresh, key).update();
    }

    /** Whose session this was, ended or not; for keeping what they typed when it ran out. */
    Optional<AccountId> lastOwner(byte[] key) {
        return db.sql("select account_id as value from access.session where key = ?").param(key).query(AccountId.class).optional();
    }

    void end(byte[] key) {
        db.sql("delete from access.session where key = ?").param(key).update();
    }

    void forgetOld(Duration whole, Instant now) {
        db.sql("delete from access.session where began_at < ?::timestamptz - make_interval(secs => ?)").params(at(now), whole.toSeconds() * 2).update();
    }

    private static Session session(ResultSet row) throws SQLException {
        var proofs = new EnumMap<Factor, Instant>(Factor.class);
        for (var factor : Factor.values()) {
            var shown = row.getTimestamp(factor.name().toLowerCase() + "_at");
            if (shown != null) {
                proofs.put(factor, shown.toInstant());
            }
        }
        var disabled = row.getTimestamp("disabled_at");
        var account = new Account(new AccountId(row.getObject("id", UUID.class)), new AgencyId(row.getObject("agency_id", UUID.class)), row.getString("agency_name"),
                row.getString("username"), row.getString("name"), Role.valueOf(row.getString("role")), row.getString("language"), row.getString("zone"),
                row.getString("password_hash"), disabled == null ? null : disabled.toInstant());
        return new Session(row.getObject("session_id", UUID.class), account, row.getTimestamp("began_at").toInstant(), row.getTimestamp("seen_at").toInstant(), proofs);
    }

    private static java.time.OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
