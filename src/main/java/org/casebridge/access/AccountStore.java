package org.casebridge.access;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountStore {

    private static final String ACCOUNT = """
            select a.id, a.agency_id, g.name as agency_name, a.username, a.name, a.role, a.language, g.zone, a.password_hash, a.disabled_at, a.second_factor
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
        return db.sql(ACCOUNT + "where a.agency_id = ? and a.role not in ('MACHINE', 'PARTNER', 'LINK') and a.disabled_at is null order by a.name")
                .param(agency.value()).query(Account.class).list();
    }

    List<Account> all(AgencyId agency) {
        return db.sql(ACCOUNT + "where a.agency_id = ? and a.role not in ('MACHINE', 'LINK') order by a.disabled_at is not null, a.name").param(agency.value()).query(Account.class).list();
    }

    void setRole(AccountId id, Role role) {
        db.sql("update access.account set role = ? where id = ?").params(role.name(), id.value()).update();
    }

    List<Account> reaching(AgencyId agency, java.util.UUID client) {
        return db.sql(ACCOUNT + """
                where a.agency_id = ? and a.role not in ('MACHINE', 'PARTNER', 'LINK') and a.disabled_at is null
                  and a.id in (select r.account_id from access.reach r where r.client_id = ? and not r.suspended
                               and (r.until is null or r.until >= current_date) and (r.ends_at is null or r.ends_at > now()))
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

    void setPassword(AccountId id, @org.jspecify.annotations.Nullable String hash, boolean shortOne) {
        db.sql("update access.account set password_hash = ?, short_password = ? where id = ?").params(hash, shortOne, id.value()).update();
    }

    boolean shortPassword(AccountId id) {
        return db.sql("select short_password from access.account where id = ?").param(id.value()).query(Boolean.class).single();
    }

    void setSecondFactor(AccountId id, boolean has) {
        db.sql("update access.account set second_factor = ? where id = ?").params(has, id.value()).update();
    }

    void setLanguage(AccountId id, String language) {
        db.sql("update access.account set language = ? where id = ?").params(language, id.value()).update();
    }

    void nameAgency(AgencyId agency, String name, String zone) {
        db.sql("update access.agency set name = ?, zone = ? where id = ?").params(name, zone, agency.value()).update();
    }
}
