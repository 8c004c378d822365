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

    private static final String SESSION = """
            select s.id as session_id, s.began_at, s.seen_at, s.browser, s.network, s.password_at, s.totp_at, s.passkey_at, s.recovery_at, s.oidc_at,
                a.id, a.agency_id, g.name as agency_name, a.username, a.name, a.role, a.language, g.zone, a.password_hash, a.disabled_at, a.second_factor
            from access.session s join access.account a on a.id = s.account_id join access.agency g on g.id = a.agency_id
            """;

    private final JdbcClient db;

    SessionStore(JdbcClient db) {
        this.db = db;
    }

    void start(byte[] key, UUID id, AccountId account, Set<Factor> factors, String browser, String network, Instant now) {
        db.sql("insert into access.session (key, id, account_id, began_at, seen_at, browser, network) values (?, ?, ?, ?, ?, left(?, 200), left(?, 64))")
                .params(key, id, account.value(), at(now), at(now), browser, network).update();
        prove(key, factors, now);
    }

    /**
     * The session with this key, if it was used within the idle time, began within the absolute time and its account may sign in. Every request asks it;
     * a busy session's use is noted at most fifteen times in the idle time: once a minute when that is 15 minutes.
     */
    Optional<Session> find(byte[] key, Duration idle, Duration whole, Instant now) {
        var found = db.sql(SESSION + "where s.key = :key and a.disabled_at is null and " + OPEN)
                .param("key", key).param("idle", idle.toSeconds()).param("whole", whole.toSeconds()).param("now", at(now))
                .query((row, _) -> session(row)).optional();
        if (found.filter(it -> it.seenAt().isBefore(now.minusMillis(idle.toMillis() / 15))).isPresent()) {
            db.sql("update access.session set seen_at = ? where key = ? and seen_at < ?").params(at(now), key, at(now)).update();
        }
        return found;
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

    /** Whose session this was, ended or not; for keeping what they typed when it ran out. One that never got past the password was nobody's. */
    Optional<AccountId> lastOwner(byte[] key) {
        return db.sql("""
                select s.account_id as value from access.session s join access.account a on a.id = s.account_id
                where s.key = ? and (not a.second_factor or coalesce(s.totp_at, s.passkey_at, s.recovery_at, s.oidc_at) is not null)
                """).param(key).query(AccountId.class).optional();
    }

    /** The open sessions of an account, the one used last first. */
    java.util.List<Session> of(AccountId account, Duration idle, Duration whole, Instant now) {
        return db.sql(SESSION + "where s.account_id = :account and " + OPEN + " order by s.seen_at desc")
                .param("account", account.value()).param("idle", idle.toSeconds()).param("whole", whole.toSeconds()).param("now", at(now))
                .query((row, _) -> session(row)).list();
    }

    boolean end(AccountId account, UUID id) {
        return db.sql("delete from access.session where account_id = ? and id = ?").params(account.value(), id).update() == 1;
    }

    /** All but that one; all, when there is none to keep. */
    void endOthers(AccountId account, @org.jspecify.annotations.Nullable UUID kept) {
        db.sql("delete from access.session where account_id = :account and (:kept::uuid is null or id <> :kept::uuid)")
                .param("account", account.value()).param("kept", kept, java.sql.Types.OTHER).update();
    }

    void end(byte[] key) {
        db.sql("delete from access.session where key = ?").param(key).update();
    }

    /** By the database's clock: what is tidied away is over by any clock. */
    void forgetOld(Duration whole) {
        db.sql("delete from access.session where began_at < now() - make_interval(secs => ?)").param(whole.toSeconds() * 2).update();
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
                row.getString("password_hash"), disabled == null ? null : disabled.toInstant(), row.getBoolean("second_factor"));
        return new Session(row.getObject("session_id", UUID.class), account, row.getTimestamp("began_at").toInstant(), row.getTimestamp("seen_at").toInstant(),
                row.getString("browser"), row.getString("network"), proofs);
    }

    private static java.time.OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
