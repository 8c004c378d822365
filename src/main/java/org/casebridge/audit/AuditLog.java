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

/** The log, read by the privacy officer and the house's own watch; to anybody else it is empty (a row policy). Each way of looking has an index of its own, in the order of the pages. */
@Service
@Transactional(readOnly = true)
public class AuditLog {

    public static final int PAGE = 50;

    private static final String LINES = """
            select e.id, e.at, e.actor, a.name, e.login, e.session, e.factors, e.purpose, e.request, e.source, e.kind, e.what,
                   coalesce(e.client::text, array_to_string(e.others, ' ')) as whom, e.record, array_to_string(array_remove(e.fields, 'version'), ' ') as differing,
                   e.was is null as came, e.became is null as went, e.decision = 'REFUSED' as refused, e.reason
            from %s e left join access.account a on a.id = e.actor
            where (:kind::text is null or e.kind = :kind)
              and (:start::timestamptz is null or e.at >= :start) and (:end::timestamptz is null or e.at < :end)
              and (:beforeAt::timestamptz is null or (e.at, e.id) < (:beforeAt, :beforeId))
            """;
    private static final String REFUSED = " and e.decision = 'REFUSED'";
    private static final String LATEST = " order by e.at desc, e.id desc limit :most";
    private static final String ANYBODY = LINES.formatted("audit.entry");
    private static final String OF_CLIENTS = LINES.formatted("audit.about(:clients::uuid[])") + " and (:actor::uuid is null or e.actor = :actor)";
    private static final String OF_ACTOR = ANYBODY + " and e.actor = :actor";

    private final JdbcClient db;

    AuditLog(JdbcClient db) {
        this.db = db;
    }

    /** The newest first; older than a line when one is given. */
    public List<AuditLine> search(AuditQuery query, @Nullable Instant beforeAt, long beforeId, int most) {
        var whose = !query.clients().isEmpty() ? OF_CLIENTS : query.actor() != null ? OF_ACTOR : ANYBODY;
        return db.sql(whose + (query.refused() ? REFUSED : "") + LATEST)
                .param("kind", query.kind() == null ? null : query.kind().name())
                .param("start", utc(query.from())).param("end", utc(query.to())).param("beforeAt", utc(beforeAt)).param("beforeId", beforeId)
                .param("actor", query.actor()).param("clients", query.clients().toArray(UUID[]::new)).param("most", most)
                .query(AuditLine.class).list();
    }

    /** Somebody opened a record, the last time then. */
    public record Opened(UUID actor, UUID client, Instant at) {}

    /** Who opened whose record since; lists are not counted. */
    public List<Opened> opened(Instant since) {
        return db.sql("select e.actor, e.client, max(e.at) as at from audit.entry e where e.at >= ? and e.kind = 'LOOK' and e.client is not null and e.actor is not null group by e.actor, e.client")
                .param(utc(since)).query(Opened.class).list();
    }

    /** How many records somebody opened on a day, and of these in the night (22 to 6 o'clock). */
    public record Reading(java.time.LocalDate day, int records, int atNight) {}

    /** By day of the agency's clock, the newest first, without the days when none was opened. */
    public List<Reading> reading(UUID actor, Instant since, ZoneId zone) {
        return db.sql("""
                select (e.at at time zone :zone)::date as day, count(distinct e.client)::integer as records,
                       (count(distinct e.client) filter (where extract(hour from e.at at time zone :zone) not between 6 and 21))::integer as at_night
                from audit.entry e where e.actor = :actor and e.at >= :since and e.kind = 'LOOK' and e.client is not null
                group by 1 order by 1 desc
                """)
                .param("zone", zone.getId()).param("actor", actor).param("since", utc(since)).query(Reading.class).list();
    }

    private static java.time.@Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
