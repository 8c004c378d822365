package org.casebridge.directory;

import java.util.List;
import org.casebridge.access.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Which accounts of partner agencies answer the referrals of which organizations. */
@org.springframework.stereotype.Service
@Transactional
public class Partners {

    private final JdbcClient db;

    Partners(JdbcClient db) {
        this.db = db;
    }

    /** Told twice, it stays one. */
    public void link(AccountId account, OrganizationId organization) {
        db.sql("insert into directory.partner (account_id, organization_id) values (?, ?) on conflict do nothing").params(account.value(), organization.value()).update();
    }

    public void unlink(AccountId account, OrganizationId organization) {
        db.sql("delete from directory.partner where account_id = ? and organization_id = ?").params(account.value(), organization.value()).update();
    }

    @Transactional(readOnly = true)
    public List<OrganizationId> organizationsOf(AccountId account) {
        return db.sql("select organization_id from directory.partner where account_id = ? order by organization_id").param(account.value())
                .query(java.util.UUID.class).list().stream().map(OrganizationId::new).toList();
    }

    @Transactional(readOnly = true)
    public List<AccountId> accountsOf(OrganizationId organization) {
        return db.sql("select account_id from directory.partner where organization_id = ? order by account_id").param(organization.value())
                .query(java.util.UUID.class).list().stream().map(AccountId::new).toList();
    }
}
