package org.casebridge.access;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountStore {

    private static final String ACCOUNT = """
            select a.id, a.agency_id, g.name as agency_name, a.username, a.name, a.role, a.language, g.zone, a.password_hash, a.disabled_at
            from access.account a join access.agency g on g.id = a.agency_id
            """;

    private final JdbcClient db;

    AccountStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Account> find(String username) {
        return db.sql(ACCOUNT + "where a.username = lower(?)").param(username).query(Account.class).optional();
    }

    Optional<Account> find(AccountId id) {
        return db.sql(ACCOUNT + "where a.id = ?").param(id.value()).query(Account.class).optional();
    }

    List<Account> staff(AgencyId agency) {
        return db.sql(ACCOUNT + "where a.agency_id = ? and a.role not in ('MACHINE', 'PARTNER') and a.disabled_at is null order by a.name")
                .param(agency.value()).query(Account.class).list();
    }

    List<Account> reaching(AgencyId agency, java.util.UUID client) {
        return db.sql(ACCOUNT + """
                where a.agency_id = ? and a.role not in ('MACHINE', 'PARTNER') and a.disabled_at is null
                  and a.id in (select r.account_id from access.reach r where r.client_id = ? and (r.until is null or r.until >= current_date))
                order by a.name
                """)
                .params(agency.value(), client).query(Account.class).list();
    }

    void add(AccountId id, NewAccount it, @org.jspecify.annotations.Nullable String passwordHash) {
        db.sql("""
                insert into access.account (id, agency_id, username, name, role, language, password_hash)
                values (:id, :agency, lower(:username), :name, :role, :language, :hash)
                """)
                .param("id", id.value()).param("agency", it.agency().value()).param("username", it.username()).param("name", it.name())
                .param("role", it.role().name()).param("language", it.language()).param("hash", passwordHash)
                .update();
    }

    boolean nobody() {
        return db.sql("select not exists (select from access.account where role <> 'MACHINE')").query(Boolean.class).single();
    }

    /** The time of the first disabling stays. */
    void disable(AccountId id, boolean disabled) {
        db.sql("update access.account set disabled_at = case when :disabled then coalesce(disabled_at, now()) end where id = :id")
                .param("id", id.value()).param("disabled", disabled).update();
    }

    void setPassword(AccountId id, String hash) {
        db.sql("update access.account set password_hash = ? where id = ?").params(hash, id.value()).update();
    }

    void setLanguage(AccountId id, String language) {
        db.sql("update access.account set language = ? where id = ?").params(language, id.value()).update();
    }

    void nameAgency(AgencyId agency, String name, String zone) {
        db.sql("update access.agency set name = ?, zone = ? where id = ?").params(name, zone, agency.value()).update();
    }

    void startSession(byte[] key, AccountId account) {
        db.sql("insert into access.session (key, account_id) values (?, ?)").params(key, account.value()).update();
    }

    /**
     * The account whose session this is, if it was used within the idle time and began within the absolute time. One statement, as every request asks it;
     * a busy session's use is noted at most once a minute.
     */
    Optional<Account> ofSession(byte[] key, Duration idle, Duration whole) {
        return db.sql("""
                with used as (
                    update access.session set seen_at = now()
                    where key = :key and seen_at < now() - interval '1 minute'
                      and seen_at > now() - make_interval(secs => :idle) and began_at > now() - make_interval(secs => :whole)
                )
                """ + ACCOUNT + """
                join access.session s on s.account_id = a.id
                where s.key = :key and a.disabled_at is null
                  and s.seen_at > now() - make_interval(secs => :idle) and s.began_at > now() - make_interval(secs => :whole)
                """)
                .param("key", key).param("idle", idle.toSeconds()).param("whole", whole.toSeconds())
                .query(Account.class).optional();
    }

    /** Whose session this was, ended or not; for keeping what they typed when it ran out. */
    Optional<AccountId> lastOwner(byte[] key) {
        return db.sql("select account_id as value from access.session where key = ?").param(key).query(AccountId.class).optional();
    }

    void endSession(byte[] key) {
        db.sql("delete from access.session where key = ?").param(key).update();
    }

    void forgetOldSessions(Duration whole) {
        db.sql("delete from access.session where began_at < now() - make_interval(secs => ?)").param(whole.toSeconds() * 2).update();
    }
}
