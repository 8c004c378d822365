package org.casebridge.directory;

import java.util.List;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Which accounts of partner agencies answer the referrals of which organizations. */
@org.springframework.stereotype.Service
@Transactional
public class Partners {

    private final JdbcClient db;
    private final ApplicationEventPublisher events;

    Partners(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
    }

    /** Told twice, it stays one. */
    public void link(AccountId account, OrganizationId organization) {
        if (db.sql("insert into directory.partner (account_id, organization_id) values (?, ?) on conflict do nothing").params(account.value(), organization.value()).update() > 0) {
            events.publishEvent(new PartnerEvent.Linked(account, organization));
        }
    }

    public void unlink(AccountId account, OrganizationId organization) {
        if (db.sql("delete from directory.partner where account_id = ? and organization_id = ?").params(account.value(), organization.value()).update() > 0) {
            events.publishEvent(new PartnerEvent.Unlinked(account, organization));
        }
    }

    @Transactional(readOnly = true)
    public List<OrganizationId> organizationsOf(AccountId account) {
        return db.sql("select organization_id from directory.partner where account_id = ? order by organization_id").param(account.value())
                .query(java.util.UUID.class).list().stream().map(OrganizationId::new).toList();
    }

    /** The names of the organizations it answers for. */
    @Transactional(readOnly = true)
    public List<String> namesOf(AccountId account) {
        return db.sql("select o.name from directory.partner p join directory.organization o on o.id = p.organization_id where p.account_id = ? order by o.name")
                .param(account.value()).query(String.class).list();
    }

    /** Of the acting person's agency: whom another agency let in to answer does not see what this one sends. */
    @Transactional(readOnly = true)
    public List<AccountId> accountsOf(OrganizationId organization) {
        return db.sql("""
                select p.account_id from directory.partner p join access.account a on a.id = p.account_id
                where p.organization_id = ? and a.agency_id = ? order by p.account_id
                """).params(organization.value(), Actor.current().agency().value())
                .query(java.util.UUID.class).list().stream().map(AccountId::new).toList();
    }
}
