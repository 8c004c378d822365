package org.casebridge.planner;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.messaging.SafeRule;
import org.casebridge.planner.route.Spot;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DayPlanStore {

    private final JdbcClient db;

    DayPlanStore(JdbcClient db) {
        this.db = db;
    }

    /** What these workers have planned in that time, in its order; of clients whom the acting person reaches. */
    List<PlannedVisit> visits(Collection<AccountId> workers, Instant from, Instant until) {
        return db.sql("""
                select v.id, v.client_id, c.name as client, v.worker, w.name as worker_name, v.starts_at, v.minutes, v.mode, v.place, v.purpose, v.version, s.from_at, s.until_at, a.level, c.languages,
                       exists (select from monitoring.mark m where m.client_id = v.client_id and m.ended_at is null and m.priority = 'URGENT' and (m.expires_on is null or m.expires_on >= current_date)) as urgent
                from monitoring.visit v join clients.client c on c.id = v.client_id join access.account w on w.id = v.worker
                left join messaging.safe_rule s on s.client_id = v.client_id
                left join monitoring.acuity a on a.client_id = v.client_id and a.ended_at is null
                where v.worker = any (:workers) and v.status = 'PLANNED' and v.starts_at >= :from and v.starts_at < :until order by v.starts_at, v.id
                """).param("workers", keys(workers)).param("from", from.atOffset(ZoneOffset.UTC)).param("until", until.atOffset(ZoneOffset.UTC)).query(PlannedVisit.class).list();
    }

    /** What stands on a worker's day besides visits. */
    record Busy(UUID id, AccountId worker, String title, Instant startsAt, int minutes, int version) {}

    /** Their appointments, and those visits that the acting person may not read; titles only of what they may. */
    List<Busy> busy(Collection<AccountId> workers, Instant from, Instant until) {
        return db.sql("""
                select b.id, b.worker, coalesce(a.title, '') as title, b.starts_at, b.minutes, b.version from planner.busy(:workers, :from, :until) b
                left join tasks.appointment a on a.id = b.id
                where not exists (select from monitoring.visit v where v.id = b.id) order by b.starts_at, b.id
                """).param("workers", keys(workers)).param("from", from.atOffset(ZoneOffset.UTC)).param("until", until.atOffset(ZoneOffset.UTC)).query(Busy.class).list();
    }

    private record Row(UUID clientId, boolean hidden, @Nullable Double latitude, @Nullable Double longitude, String zip) {}

    /**
     * Where these clients are: their home, else where they are for now; else the middle of what the directory lists in their ZIP code. A confidential or unsafe address is not opened and tells nothing,
     * neither does another one beside it.
     */
    Map<ClientId, Spot> spots(Collection<ClientId> clients) {
        var rows = db.sql("""
                select distinct on (a.client_id) a.client_id, bool_or(a.confidential or a.unsafe) over (partition by a.client_id) as hidden, a.latitude, a.longitude, left(a.postal_code, 5) as zip
                from clients.address a where a.client_id = any (:clients) and a.kind in ('HOME', 'TEMPORARY', 'NO_FIXED_ADDRESS')
                order by a.client_id, a.latitude is null, array_position(array['HOME', 'TEMPORARY', 'NO_FIXED_ADDRESS'], a.kind), a.place
                """).param("clients", keys(clients)).query(Row.class).list();
        var zips = middles(rows.stream().filter(it -> !it.hidden && it.latitude == null && !it.zip.isBlank()).map(Row::zip).distinct().toList());
        var all = new HashMap<ClientId, Spot>();
        rows.forEach(it -> all.put(new ClientId(it.clientId), it.hidden ? Spot.CONFIDENTIAL
                : it.latitude != null && it.longitude != null ? Spot.at(it.latitude, it.longitude) : zips.getOrDefault(it.zip, Spot.UNKNOWN)));
        return all;
    }

    private record Middle(String zip, double latitude, double longitude) {}

    private Map<String, Spot> middles(List<String> zips) {
        var all = new HashMap<String, Spot>();
        if (!zips.isEmpty()) {
            db.sql("""
                    select left(a.postal_code, 5) as zip, avg(l.latitude) as latitude, avg(l.longitude) as longitude
                    from directory.address a join directory.location l on l.id = a.about where l.latitude is not null and left(a.postal_code, 5) = any (:zips) group by 1
                    """).param("zips", zips.toArray(String[]::new)).query(Middle.class).list().forEach(it -> all.put(it.zip, new Spot(Spot.Known.ZIP, it.latitude, it.longitude)));
        }
        return all;
    }

    /** When it is safe to be in touch with these clients, of those who have such hours. */
    Map<ClientId, SafeRule> safeHours(Collection<ClientId> clients) {
        return db.sql("select * from messaging.safe_rule where client_id = any (?)").param(keys(clients)).query(SafeRule.class).list().stream()
                .collect(java.util.stream.Collectors.toMap(SafeRule::clientId, it -> it));
    }

    private record Pair(UUID accountId, UUID clientId) {}

    /** Which of these workers reach which of these clients, as "worker client". */
    Set<String> reach(Collection<AccountId> workers, Collection<ClientId> clients) {
        var all = new HashSet<String>();
        db.sql("""
                select account_id, client_id from access.reach
                where account_id = any (:workers) and client_id = any (:clients) and not suspended and (until is null or until >= current_date) and (ends_at is null or ends_at > now())
                """).param("workers", keys(workers)).param("clients", keys(clients)).query(Pair.class).list().forEach(it -> all.add(it.accountId + " " + it.clientId));
        return all;
    }

    private static UUID[] keys(Collection<? extends org.casebridge.kernel.Id> all) {
        return all.stream().map(org.casebridge.kernel.Id::value).toArray(UUID[]::new);
    }
}
