package org.casebridge.monitoring;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who is to be reached how often, and was last reached when: the one place that asks. The lateral look into each client's contacts is one step in a partial index, so it costs by the
 * clients of the workers who are named, not by all.
 */
@Repository
class CadenceStore {

    /** Open cases with what their programmes ask; the condition on cases follows. */
    private static final String OPEN = """
            select f.client_id, c.name as client, coalesce(p.cadence_days, f.days) as days, f.opened_on, r.at as last_reached, f.level, f.workers, c.never,
                   case when p.cadence_days is not null then 'PLAN' when f.by_acuity then 'ACUITY' else 'PROGRAM' end as basis,
                   greatest(f.opened_on, (r.at at time zone :zone)::date) + coalesce(p.cadence_days, f.days) as due
            from (select o.client_id, min(coalesce(cr.days, g.cadence_days)) as days, min(o.opened_on) as opened_on, max(ac.level) as level,
                         string_agg(distinct w.name, ', ') as workers,
                         coalesce(min(cr.days), 1000) <= min(coalesce(cr.days, g.cadence_days)) as by_acuity
                  from caseload.case_file o join caseload.program g on g.id = o.program_id join access.account w on w.id = o.worker
                  left join monitoring.acuity ac on ac.client_id = o.client_id and ac.ended_at is null
                  left join monitoring.cadence_rule cr on cr.program_id = o.program_id and cr.level = ac.level
                  where o.status = 'OPEN' and
            """;
    private static final String REACHED = """
                  group by o.client_id) f
            join clients.client c on c.id = f.client_id and not c.deceased
            left join careplans.plan p on p.client_id = f.client_id and p.status = 'ACTIVE'
            left join lateral (select at from messaging.reached where client_id = f.client_id order by at desc limit 1) r on true
            """;
    private static final String ATTEMPTS = """
            (select count(*) from messaging.attempted a where a.client_id = q.client_id and a.at > coalesce(q.last_reached, q.opened_on::timestamp at time zone :zone)) as attempts
            """;

    /** The same with question marks, in the order: zone, zone, client or worker, and the day. */
    private static final String OF_CLIENT = asked("select q.*, " + ATTEMPTS + "from (" + OPEN + " o.client_id = ? " + REACHED + ") q");
    private static final String DUE = asked("select q.*, " + ATTEMPTS + "from (" + OPEN + " o.worker = ? " + REACHED + ") q where q.due <= ?");

    /** Those whom a person supervises, and whom these supervise; who supervises nobody looks after those whom nobody supervises. Asks for the person, the agency and the person twice. */
    static final String TEAM = """
            with recursive under as (
                select w.id from workforce.worker w where w.supervisor = ?
                union select w.id from workforce.worker w join under u on w.supervisor = u.id)
            select a.id from access.account a left join workforce.worker w on w.id = a.id left join access.account s on s.id = w.supervisor and s.disabled_at is null
            where a.agency_id = ? and a.role not in ('PARTNER', 'MACHINE', 'LINK')
              and case when exists (select from under) then a.id in (select id from under) or a.id = ? else s.id is null end
            order by w.supervisor = ? desc nulls last, a.name, a.id
            """;

    /** Of so many workers at most the people are asked at once: some 5,000 clients. Our own; more is not a team. */
    static final int MOST = 100;

    private final JdbcClient db;

    CadenceStore(JdbcClient db) {
        this.db = db;
    }

    /** Nobody without an open case, nor who has died. */
    Supplier<Optional<Cadence>> of(Together.Questions questions, ClientId client, ZoneId zone) {
        var found = questions.list(Cadence.class, OF_CLIENT, zone.getId(), zone.getId(), client.value());
        return () -> found.get().stream().findFirst();
    }

    /** Those of a worker's clients who are due until the end of that day. */
    Supplier<List<Cadence>> due(Together.Questions questions, AccountId worker, LocalDate until, ZoneId zone) {
        return questions.list(Cadence.class, DUE, zone.getId(), zone.getId(), worker.value(), until);
    }

    private static String asked(String named) {
        return named.replace(":zone", "?");
    }

    /** Those whom they supervise themselves first. */
    List<UUID> team(UUID me, UUID agency) {
        return db.sql(TEAM).params(me, agency, me, me).query(UUID.class).list();
    }

    /** Those of these workers' people whose day has passed, the most late first, at most so many; each line knows how many there are. */
    List<LateContact> late(List<UUID> workers, LocalDate today, ZoneId zone, int most) {
        return db.sql("select q.*, q.workers as worker, " + ATTEMPTS + "from (select d.*, count(*) over () as people from (" + OPEN + " o.worker = any (:team) " + REACHED
                        + ") d where d.due < :today order by d.due, d.client_id limit :most) q order by q.due, q.client_id")
                .param("team", workers.toArray(UUID[]::new)).param("today", today).param("zone", zone.getId()).param("most", most).query(LateContact.class).list();
    }

    /** Those of these workers' people who are due until that day, with their standing flags and open alerts; in no order. */
    List<QuietRow> quiet(List<UUID> workers, LocalDate until, ZoneId zone) {
        return db.sql("select q.*, 0 as attempts, (select count(*) from monitoring.mark m where m.client_id = q.client_id and m.ended_at is null and (m.expires_on is null or m.expires_on >= :today)) as flags "
                        + "from (" + OPEN + " o.worker = any (:team) " + REACHED + ") q where q.due <= :until")
                .param("team", workers.toArray(UUID[]::new)).param("until", until).param("today", until).param("zone", zone.getId()).query(QuietRow.class).list();
    }

    /** What was tried with these clients since each of those times. */
    List<Tried> tried(List<QuietRow> quiet, ZoneId zone) {
        return db.sql("""
                select a.client_id, a.at, a.mode from unnest(:clients::uuid[], :since::timestamptz[]) s (client_id, at)
                join messaging.attempted a on a.client_id = s.client_id and a.at > s.at order by a.at
                """).param("clients", quiet.stream().map(it -> it.clientId().value()).toArray(UUID[]::new))
                .param("since", quiet.stream().map(it -> (it.lastReached() == null ? it.openedOn().atStartOfDay(zone).toInstant() : it.lastReached()).toString()).toArray(String[]::new))
                .query(Tried.class).list();
    }
}
