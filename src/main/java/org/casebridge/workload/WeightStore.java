package org.casebridge.workload;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.data.Row;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One statement weighs the cases of any number of workers: each fact is gathered for all of them at once. */
@Repository
class WeightStore {

    private static final String CHANGED = "Someone else changed this meanwhile. Look at it again; if yours still holds, save once more.";

    private static final String FACTS = """
            with mine as materialized (
                select f.id, f.client_id, f.worker, f.program_id, f.opened_on, f.closed_on from caseload.case_file f
                where f.worker = any (:workers) and (f.status = 'OPEN' or f.status = 'CLOSED' and f.closed_on > :closedAfter)
            ), people as materialized (select distinct client_id from mine where closed_on is null),
            clocks as (
                select client_id, count(*) as clocks from (
                    select r.client_id from monitoring.incident_report r where r.made_at is null and r.client_id in (select client_id from people)
                    union all
                    select p.client_id from careplans.plan p where p.status = 'ACTIVE' and p.client_id in (select client_id from people)
                      and coalesce(p.reviewed_on, p.agreed_on) + p.review_days <= :ahead
                    union all
                    select e.client_id from consent.consent e where e.client_id in (select client_id from people) and e.expires_on between (now() at time zone :zone)::date and :ahead and e.replaced_at is null
                      and not exists (select from consent.revocation r where r.consent_id = e.id and r.client_id = e.client_id and r.whole)) k
                group by client_id
            ), homes as (
                select m.client_id, count(*) - 1 as others from clients.household_member m
                join clients.household_member o on o.household_id = m.household_id and o.left_on is null
                where m.own and m.left_on is null and m.client_id in (select client_id from people) group by m.client_id
            ), places as (
                select distinct on (a.client_id) a.client_id, a.latitude, a.longitude from clients.address a
                where a.latitude is not null and a.kind in ('HOME', 'TEMPORARY') and a.client_id in (select client_id from people)
                order by a.client_id, a.place
            ), starts as (
                select distinct on (worker) worker, latitude, longitude from workload.hours where worker = any (:workers) order by worker, version desc
            ), bases as (
                select distinct on (program_id) program_id, points from workload.program_base order by program_id, set_at desc, id desc
            )
            select m.id as case_id, m.client_id, c.name as client, m.worker, g.name as program, b.points as base, ac.level, c.interpreter,
                   coalesce(k.clocks, 0) as clocks, coalesce(h.others, 0) as others,
                   case when p.latitude is not null and s.latitude is not null then floor(2 * 6371 * asin(sqrt(least(1, power(sin(radians(p.latitude - s.latitude) / 2), 2)
                       + cos(radians(p.latitude)) * cos(radians(s.latitude)) * power(sin(radians(p.longitude - s.longitude) / 2), 2)))))::integer end as km,
                   m.opened_on, m.closed_on
            from mine m
            join caseload.program g on g.id = m.program_id
            join clients.client c on c.id = m.client_id
            left join monitoring.acuity ac on ac.client_id = m.client_id and ac.ended_at is null
            left join clocks k on k.client_id = m.client_id
            left join homes h on h.client_id = m.client_id
            left join places p on p.client_id = m.client_id
            left join starts s on s.worker = m.worker
            left join bases b on b.program_id = m.program_id
            order by c.name, m.id
            """;

    private final JdbcClient db;

    WeightStore(JdbcClient db) {
        this.db = db;
    }

    List<CaseFacts> facts(Collection<AccountId> workers, LocalDate closedAfter, LocalDate ahead) {
        return db.sql(FACTS).param("workers", keys(workers)).param("closedAfter", closedAfter).param("ahead", ahead).param("zone", Actor.current().zone().getId()).query(CaseFacts.class).list();
    }

    /** What must be done for the open cases of a worker by that day, what is late too. */
    List<Forecast.Clock> clocks(AccountId worker, LocalDate until) {
        return db.sql("""
                with people as (select distinct client_id from caseload.case_file where worker = :worker and status = 'OPEN')
                select k.client_id, c.name as client, k.kind, k.due_on as "on" from (
                    select p.client_id, 'PLAN_REVIEW' as kind, coalesce(p.reviewed_on, p.agreed_on) + p.review_days as due_on from careplans.plan p where p.status = 'ACTIVE' and p.client_id in (select client_id from people)
                    union all
                    select r.client_id, 'INCIDENT_REPORT', (r.due_at at time zone :zone)::date from monitoring.incident_report r where r.made_at is null and r.client_id in (select client_id from people)
                    union all
                    select e.client_id, 'CONSENT_END', e.expires_on from consent.consent e where e.client_id in (select client_id from people) and e.expires_on >= (now() at time zone :zone)::date and e.replaced_at is null
                      and not exists (select from consent.revocation r where r.consent_id = e.id and r.client_id = e.client_id and r.whole)) k
                join clients.client c on c.id = k.client_id where k.due_on <= :until order by k.due_on, c.name, k.kind
                """).param("worker", worker.value()).param("zone", Actor.current().zone().getId()).param("until", until).query(Forecast.Clock.class).list();
    }

    /** The newest of each of these who has any. */
    List<Hours> hours(Collection<AccountId> workers) {
        return db.sql("select distinct on (worker) worker, version, week, besides, latitude, longitude from workload.hours where worker = any (:workers) order by worker, version desc")
                .param("workers", keys(workers)).query(Hours.class).list();
    }

    /** The version that holds on that day. */
    Optional<WeightFormula> formula(LocalDate on) {
        return db.sql("select * from workload.formula where agency_id = ? and from_on <= ? order by version desc limit 1").params(agency(), on).query(WeightFormula.class).optional();
    }

    Optional<WeightFormula> newest() {
        return db.sql("select * from workload.formula where agency_id = ? order by version desc limit 1").param(agency()).query(WeightFormula.class).optional();
    }

    List<WeightRules.Version> versions() {
        return db.sql("""
                select f.version, f.from_on, f.reason, a.name as set_by, f.set_at from workload.formula f join access.account a on a.id = f.set_by
                where f.agency_id = ? order by f.version desc
                """).param(agency()).query(WeightRules.Version.class).list();
    }

    void add(WeightFormula formula, String reason, Instant at) {
        try {
            db.sql("""
                    insert into workload.formula (agency_id, version, from_on, base, moderate, high, crisis, clock, clock_most, interpreter, km, travel_most, fresh, fresh_days, closing, closing_days,
                        member, member_most, minutes, reason, set_by, set_at)
                    values (:agency, :version, :fromOn, :base, :moderate, :high, :crisis, :clock, :clockMost, :interpreter, :km, :travelMost, :fresh, :freshDays, :closing, :closingDays,
                        :member, :memberMost, :minutes::numeric, :reason, :by, :at)
                    """).paramSource(Row.of(formula, Map.of("agency", agency(), "reason", reason, "by", Actor.current().account(), "at", at))).update();
        } catch (DuplicateKeyException taken) {
            throw Refused.conflict(CHANGED);
        }
    }

    void add(AccountId worker, SetHours said, Instant at) {
        try {
            db.sql("""
                    insert into workload.hours (worker, version, week, besides, latitude, longitude, reason, set_by, set_at)
                    values (:worker, :version + 1, :week, :besides, :latitude::double precision, :longitude::double precision, :reason, :by, :at)
                    """).paramSource(Row.of(said, Map.of("worker", worker, "by", Actor.current().account(), "at", at))).update();
        } catch (DuplicateKeyException taken) {
            throw Refused.conflict(CHANGED);
        }
    }

    List<WeightRules.Base> bases() {
        return db.sql("""
                select g.name as program, b.points, b.reason, a.name as set_by, b.set_at from caseload.program g
                join lateral (select * from workload.program_base where program_id = g.id order by set_at desc, id desc limit 1) b on true join access.account a on a.id = b.set_by
                where g.agency_id = ? order by g.name
                """).param(agency()).query(WeightRules.Base.class).list();
    }

    void add(SetBase said, Instant at) {
        db.sql("insert into workload.program_base (id, program_id, points, reason, set_by, set_at) values (?, ?, ?, ?, ?, ?)")
                .params(Id.fresh(), said.program().value(), said.points(), said.why(), Actor.current().account().value(), at.atOffset(ZoneOffset.UTC)).update();
    }

    record Logged(int contacts, long minutes) {}

    Logged logged(Collection<AccountId> workers, Instant since) {
        return db.sql("""
                select count(*)::integer as contacts, coalesce(sum(minutes), 0) as minutes from messaging.contact
                where recorded_by = any (:workers) and minutes > 0 and struck_at is null and at >= :since
                """).param("workers", keys(workers)).param("since", since.atOffset(ZoneOffset.UTC)).query(Logged.class).single();
    }

    private static UUID agency() {
        return Actor.current().agency().value();
    }

    private static UUID[] keys(Collection<AccountId> workers) {
        return workers.stream().map(AccountId::value).toArray(UUID[]::new);
    }
}
