package org.casebridge.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads back who looked at a client's record and who changed it. Whoever calls this has made sure that the reader may know. */
@Service
@Transactional(readOnly = true)
public class Looks {

    public static final int PAGE = 50;

    private final JdbcClient db;

    Looks(JdbcClient db) {
        this.db = db;
    }

    /** The newest first, at most {@link #PAGE}, older than {@code before} when it is given. */
    public List<Look> of(UUID client, @Nullable Instant before) {
        return db.sql("""
                select e.at, a.name, a.role, e.what as page, coalesce(cardinality(e.others), 0) - case when e.client is null then 1 else 0 end as others,
                    case when e.kind = 'DEED' then coalesce(e.fields[1], '') else '' end as field
                from audit.about(array[:client::uuid]) e join access.account a on a.id = e.actor
                where (e.kind = 'LOOK' or e.what = 'REVEAL') and (:before::timestamptz is null or e.at < :before)
                order by e.at desc
                limit :page
                """)
                .param("client", client).param("before", before == null ? null : before.atOffset(ZoneOffset.UTC)).param("page", PAGE)
                .query(Look.class).list();
    }

    /** Everybody who ever looked, the latest first. */
    public List<Looker> lookers(UUID client) {
        return db.sql("""
                select a.name, a.role, v.times, v.last,
                    coalesce((select string_agg(r.because, ' ' order by r.because) from access.reach r
                              where r.account_id = a.id and r.client_id = :client and not r.suspended and (r.until is null or r.until >= current_date) and (r.ends_at is null or r.ends_at > now())), '') as because
                from (select actor, count(*)::integer as times, max(at) as last from audit.about(array[:client::uuid])
                      where kind = 'LOOK' group by actor) v
                join access.account a on a.id = v.actor
                order by v.last desc
                """)
                .param("client", client).query(Looker.class).list();
    }

    /** The newest first, as {@link #of}. The story's own lines are left out: they tell what other rows hold. */
    public List<Change> changes(UUID client, @Nullable Instant before) {
        return db.sql("""
                select e.at, a.name, e.what as place, case when e.was is null then 'ADDED' when e.became is null then 'REMOVED' else 'CHANGED' end as kind,
                    coalesce(array_to_string(array_remove(e.fields, 'version'), ' '), '') as differing
                from audit.entry e left join access.account a on a.id = e.actor
                where e.client = :client and e.kind = 'CHANGE' and e.what <> 'caseload.story' and (:before::timestamptz is null or e.at < :before)
                order by e.at desc
                limit :page
                """)
                .param("client", client).param("before", before == null ? null : before.atOffset(ZoneOffset.UTC)).param("page", PAGE)
                .query(Change.class).list();
    }

    /** By day of the agency's clock and by person, the newest first, of the last so many days on which anything happened. */
    public List<Told> told(UUID client, ZoneId zone, int most) {
        return db.sql("""
                select (e.at at time zone :zone)::date as day, a.name, a.role,
                       coalesce(string_agg(distinct e.what, e'\\n') filter (where e.kind = 'LOOK'), '') as seen,
                       coalesce(string_agg(distinct e.what, e'\\n') filter (where e.kind = 'CHANGE' and e.what <> 'caseload.story'), '') as places,
                       coalesce(string_agg(distinct e.what, e'\\n') filter (where e.kind = 'DEED' and e.decision = 'ALLOWED'), '') as deeds,
                       coalesce(string_agg(distinct e.fields[1], e'\\n') filter (where e.kind = 'DEED' and e.what = 'REVEAL'), '') as fields,
                       bool_or(e.decision = 'REFUSED') as refused
                from audit.about(array[:client::uuid]) e join access.account a on a.id = e.actor
                group by 1, a.id, a.name, a.role
                order by 1 desc, a.name
                limit :most
                """)
                .param("client", client).param("zone", zone.getId()).param("most", most).query(Told.class).list();
    }
}
