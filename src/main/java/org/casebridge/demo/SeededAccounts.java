package org.casebridge.demo;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts that seeds made: while the demo is on they have the password of its accounts, else none. */
@Service
@Transactional
class SeededAccounts {

    /** The password hash of the demo's first account, if it may sign in now. */
    static final String HASH = """
            select a.password_hash from demo.account d join access.account a on a.id = d.account_id where a.disabled_at is null order by d.place limit 1
            """;

    private final JdbcClient db;

    SeededAccounts(JdbcClient db) {
        this.db = db;
    }

    /** Nobody but machines and seeded people is in the house. */
    @Transactional(readOnly = true)
    public boolean only() {
        return db.sql("""
                select exists (select from demo.seeded_account)
                   and not exists (select from access.account where role <> 'MACHINE' and id not in (select account_id from demo.seeded_account))
                """).query(Boolean.class).single();
    }

    /** The demo is on: its password is theirs too. */
    void open() {
        db.sql("update access.account set password_hash = (" + HASH + ") where id in (select account_id from demo.seeded_account)").update();
    }

    /** The demo is off: nobody signs in with an account of a seed, and their sessions end. */
    void shut() {
        db.sql("update access.account set password_hash = null where password_hash is not null and id in (select account_id from demo.seeded_account)").update();
        db.sql("delete from access.session where account_id in (select account_id from demo.seeded_account)").update();
    }
}
