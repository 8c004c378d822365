package org.casebridge.monitoring;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.casebridge.access.AccountId;
import org.casebridge.access.AgencyId;
import org.casebridge.clients.ClientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was last reached when. The lateral look into each client's contacts is one step in a partial index, so it costs by the worker's clients, not by all. */
@Repository
class CadenceStore {

    private static final String OPEN = """
            select f.client_id, c.name as client, coalesce(p.cadence_days, f.days) as days, f.opened_on, r.at as last_reached,
                   (select count(*) from messaging.attempted a
                    where a.client_id = f.client_id and a.at > coalesce(r.at, f.opened_on::timestamp at time zone :zone)) as attempts
            from (select o.client_id, min(g.cadence_days) as days, min(o.opened_on) as opened_on
                  from caseload.case_file o join caseload.program g on g.id = o.program_id
                  where o.status = 'OPEN' and
            """;
    private static final String REACHED = """
                  group by o.client_id) f
            join clients.client c on c.id = f.client_id and not c.deceased
            left join careplans.plan p on p.client_id = f.client_id and p.status = 'ACTIVE'
            left join lateral (select at from messaging.reached where client_id = f.client_id order by at desc limit 1) r on true
            """;

    private final JdbcClient db;

    CadenceStore(JdbcClient db) {
        this.db = db;
    }

    /** Nobody without an open case, nor who has died. */
    Optional<Cadence> of(ClientId client, ZoneId zone) {
        return db.sql(OPEN + " o.client_id = :client " + REACHED).param("client", client.value()).param("zone", zone.getId()).query(Cadence.class).optional();
    }

    /** Those of a worker's clients who are due until the end of that day. */
    List<Cadence> due(AccountId worker, LocalDate until, ZoneId zone) {
        return db.sql(OPEN + " o.worker = :worker " + REACHED + "where greatest(f.opened_on, (r.at at time zone :zone)::date) + coalesce(p.cadence_days, f.days) <= :until")
                .param("worker", worker.value()).param("until", until).param("zone", zone.getId()).query(Cadence.class).list();
    }

    /** Those of an agency's people whose day has passed, the most late first, at most so many; each line knows how many there are. */
    List<LateContact> late(AgencyId agency, LocalDate today, ZoneId zone, int most) {
        return db.sql("""
                select l.*, (select count(*) from messaging.attempted a
                             where a.client_id = l.client_id and a.at > coalesce(l.last_reached, l.opened_on::timestamp at time zone :zone)) as attempts
                from (select f.client_id, c.name as client, coalesce(p.cadence_days, f.days) as days, f.opened_on, r.at as last_reached, f.worker,
                             count(*) over () as people,
                             greatest(f.opened_on, (r.at at time zone :zone)::date) + coalesce(p.cadence_days, f.days) as due
                      from (select o.client_id, min(g.cadence_days) as days, min(o.opened_on) as opened_on, string_agg(distinct w.name, ', ') as worker
                            from caseload.program g
                            join caseload.case_file o on o.program_id = g.id and o.status = 'OPEN'
                            join access.account w on w.id = o.worker
                            where g.agency_id = :agency group by o.client_id) f
                      join clients.client c on c.id = f.client_id and not c.deceased
                      left join careplans.plan p on p.client_id = f.client_id and p.status = 'ACTIVE'
                      left join lateral (select at from messaging.reached where client_id = f.client_id order by at desc limit 1) r on true
                      where greatest(f.opened_on, (r.at at time zone :zone)::date) + coalesce(p.cadence_days, f.days) < :today
                      order by due, f.client_id limit :most) l
                order by l.due, l.client_id
                """)
                .param("agency", agency.value()).param("today", today).param("zone", zone.getId()).param("most", most).query(LateContact.class).list();
    }
}
