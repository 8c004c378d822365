package org.casebridge.referrals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.codes.NeedCategory;
import org.casebridge.data.Together;
import org.casebridge.directory.OrganizationId;
import org.casebridge.directory.ServiceId;
import org.casebridge.data.Row;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReferralStore {

    static final int MOST = 100;

    /** Of a service that agreed to nothing else. */
    static final int USUAL_DAYS = 2;

    private static final String LINE = """
            select r.id, r.client_id, c.name as client, r.worker, w.name as worker_name, r.service, r.organization_id, r.organization, r.need, r.urgency, r.status, r.reason,
                   r.live, r.noted, r.sent_at, r.seen_at, r.changed_at, r.outcome, r.outcome_on, r.cause, r.answer_days, r.service_id,
                   coalesce((select m.side = 'ORGANIZATION' from referrals.message m where m.referral_id = r.id order by m.at desc, m.id desc limit 1), false) as asks
            from referrals.referral r
            join clients.client c on c.id = r.client_id
            join access.account w on w.id = r.worker
            """;

    private static final String OPEN = "r.outcome is null and r.status not in ('CANCELLED', 'ENTERED_IN_ERROR') and not (r.status = 'REJECTED' and r.noted)";

    private final JdbcClient db;

    ReferralStore(JdbcClient db) {
        this.db = db;
    }

    Referral get(ClientId client, ReferralId id) {
        return db.sql("select * from referrals.referral where id = ? and client_id = ?").params(id.value(), client.value())
                .query(Referral.class).optional()
                .orElseThrow(() -> Refused.notFound("That referral could not be found."));
    }

    /** Open ones first, then the newest. */
    List<ReferralLine> of(ClientId client) {
        return db.sql(LINE + "where r.client_id = ? order by (" + OPEN + ") desc, r.sent_at desc, r.id desc")
                .param(client.value()).query(ReferralLine.class).list();
    }

    List<ReferralLine> openOf(AccountId worker) {
        return db.sql(LINE + "where r.worker = ? and " + OPEN + " order by r.changed_at, r.id").param(worker.value()).query(ReferralLine.class).list();
    }

    /** The same, asked together with others. */
    Supplier<List<ReferralLine>> openOf(Together.Questions questions, AccountId worker) {
        return questions.list(ReferralLine.class, LINE + "where r.worker = ? and " + OPEN + " order by r.changed_at, r.id", worker.value());
    }

    int countOpenOf(AccountId worker) {
        return db.sql("select count(*) from referrals.referral r where r.worker = ? and " + OPEN).param(worker.value()).query(Integer.class).single();
    }

    List<ReferralLine> openOfAll() {
        return db.sql(LINE + "where " + OPEN + " order by r.changed_at, r.id limit ?").param(MOST).query(ReferralLine.class).list();
    }

    /** What was sent to the organizations that this account answers for: those without an answer first. */
    List<ReferralLine> sentTo(AccountId partner) {
        return db.sql(LINE + """
                join directory.partner p on p.organization_id = r.organization_id and p.account_id = ?
                where r.live and r.status <> 'ENTERED_IN_ERROR'
                order by r.status = 'REQUESTED' desc, r.outcome is null desc, r.sent_at desc limit ?
                """).params(partner.value(), MOST).query(ReferralLine.class).list();
    }

    List<ReferralStep> steps(ClientId client, ReferralId id) {
        return db.sql("""
                select s.id, s.at, a.name as by, s.side, s.status, s.words, s.undone, s.cause, s.signed
                from referrals.step s join access.account a on a.id = s.by
                where s.referral_id = ? and s.client_id = ?
                order by s.at desc, s.id desc
                """).params(id.value(), client.value()).query(ReferralStep.class).list();
    }

    void add(Referral referral) {
        db.sql("""
                insert into referrals.referral (id, client_id, worker, service_id, organization_id, service, organization, need, goal_id, asked, urgency, shared, reach_by,
                    agreed_on, live, status, reason, sent_at, changed_at, answer_days, for_whom, instead_of, part_of, version)
                values (:id, :clientId, :worker, :serviceId, :organizationId, :service, :organization, :need, :goalId, :asked, :urgency, :shared, :reachBy,
                    :agreedOn, :live, :status, :reason, :sentAt, :changedAt, :answerDays, :forWhom, :insteadOf::uuid, :partOf::uuid, :version)
                """).paramSource(Row.of(referral)).update();
    }

    void replace(Referral referral) {
        var rows = db.sql("""
                update referrals.referral
                set status = :status, reason = :reason, cause = :cause::text, handoff_at = :handoffAt::timestamptz, seen_at = :seenAt::timestamptz, changed_at = :changedAt, noted = :noted,
                    outcome = :outcome, outcome_on = :outcomeOn::date, outcome_words = :outcomeWords, version = :version + 1
                where id = :id and version = :version
                """).paramSource(Row.of(referral)).update();
        if (rows == 0) {
            throw Refused.conflict("Someone else changed this referral. Reload it and try again.");
        }
    }

    void add(Referral referral, AccountId by, Referral.Side side, String words, String signed, Instant at) {
        db.sql("insert into referrals.step (id, client_id, referral_id, at, by, side, status, words, cause, signed) values (?, ?, ?, ?, ?, ?, ?, ?, ?::text, ?)")
                .params(Id.fresh(), referral.clientId().value(), referral.id().value(), at.atOffset(ZoneOffset.UTC), by.value(), side.name(), referral.status().name(), words, referral.cause() == null ? null : referral.cause().name(), signed)
                .update();
    }

    /** What else was asked for the same need and is neither closed nor ended without help, the newest first. */
    List<ReferralLine> beside(ClientId client, ReferralId id, NeedCategory need) {
        return db.sql(LINE + "where r.client_id = ? and r.id <> ? and r.need = ? and r.status in ('REQUESTED', 'ACCEPTED', 'IN_PROGRESS', 'ON_HOLD') and r.outcome is null order by r.sent_at desc, r.id desc limit 20")
                .params(client.value(), id.value(), need.name()).query(ReferralLine.class).list();
    }

    /** Within how many working days a service agreed to answer. */
    int level(ServiceId service) {
        return db.sql("select working_days from referrals.service_level where service_id = ?").param(service.value()).query(Integer.class).optional().orElse(USUAL_DAYS);
    }

    void setLevel(ServiceId service, int workingDays, AccountId by, Instant at) {
        db.sql("""
                insert into referrals.service_level (service_id, working_days, set_by, set_at) values (?, ?, ?, ?)
                on conflict (service_id) do update set working_days = excluded.working_days, set_by = excluded.set_by, set_at = excluded.set_at
                """).params(service.value(), workingDays, by.value(), at.atOffset(ZoneOffset.UTC)).update();
    }

    /** The account that stands for whoever holds the link to a referral. */
    @Nullable AccountId linkAccount(ClientId client, ReferralId id) {
        return db.sql("select account_id from referrals.link where referral_id = ? and client_id = ? and ended_at is null and expires_at > now()").params(id.value(), client.value())
                .query(java.util.UUID.class).optional().map(AccountId::new).orElse(null);
    }

    void undo(ClientId client, ReferralStep step) {
        db.sql("update referrals.step set undone = true where id = ? and client_id = ?").params(step.id(), client.value()).update();
    }

    void openTo(AccountId partner, OrganizationId organization) {
        db.sql("select referrals.open_to(?, ?)").params(partner.value(), organization.value()).query(Integer.class).single();
    }

    void closeTo(AccountId partner) {
        db.sql("select referrals.close_to(?)").param(partner.value()).query(Integer.class).single();
    }

    /** Open referrals go with the case to its new worker. */
    void handOver(ClientId client, AccountId worker) {
        db.sql("update referrals.referral r set worker = ? where r.client_id = ? and " + OPEN).params(worker.value(), client.value()).update();
    }
}
