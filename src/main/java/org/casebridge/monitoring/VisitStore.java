package org.casebridge.monitoring;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Row;
import org.casebridge.data.Together;
import org.casebridge.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VisitStore {

    private static final String LINE = """
            select v.id, v.client_id, c.name as client, v.worker, w.name as worker_name, v.series, v.starts_at, v.minutes, v.mode, v.place, v.purpose, v.status, v.reason, v.contact_id
            from monitoring.visit v join clients.client c on c.id = v.client_id join access.account w on w.id = v.worker
            """;

    private final JdbcClient db;

    VisitStore(JdbcClient db) {
        this.db = db;
    }

    Visit get(ClientId client, VisitId id) {
        return db.sql("select * from monitoring.visit where id = ? and client_id = ?").params(id.value(), client.value()).query(Visit.class).optional().orElseThrow(VisitStore::unknown);
    }

    VisitLine line(ClientId client, VisitId id) {
        return db.sql(LINE + "where v.id = ? and v.client_id = ?").params(id.value(), client.value()).query(VisitLine.class).optional().orElseThrow(VisitStore::unknown);
    }

    /** Those of the series that are still planned from then on, in their order. */
    List<Visit> rest(ClientId client, UUID series, Instant from) {
        return db.sql("select * from monitoring.visit where series = ? and client_id = ? and status = 'PLANNED' and starts_at >= ? order by starts_at")
                .params(series, client.value(), from.atOffset(ZoneOffset.UTC)).query(Visit.class).list();
    }

    /** A worker's that begin in that time, cancelled ones too, in its order. */
    List<VisitLine> between(AccountId worker, Instant from, Instant until) {
        return db.sql(LINE + "where v.worker = ? and v.starts_at >= ? and v.starts_at < ? order by v.starts_at, v.id")
                .params(worker.value(), from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC)).query(VisitLine.class).list();
    }

    /** A worker's that are planned and begin until then. */
    Supplier<List<VisitLine>> open(Together.Questions questions, AccountId worker, Instant until) {
        return questions.list(VisitLine.class, LINE + "where v.worker = ? and v.status = 'PLANNED' and v.starts_at < ? order by v.starts_at, v.id", worker.value(), until.atOffset(ZoneOffset.UTC));
    }

    /** A client's: what is planned by its time, then the newest of what was. */
    List<VisitLine> of(ClientId client) {
        return db.sql(LINE + """
                where v.client_id = ? order by v.status <> 'PLANNED', case when v.status = 'PLANNED' then v.starts_at end, v.starts_at desc limit 100
                """).param(client.value()).query(VisitLine.class).list();
    }

    /** The next one planned with the client. */
    Optional<VisitLine> next(ClientId client, Instant from) {
        return db.sql(LINE + "where v.client_id = ? and v.status = 'PLANNED' and v.starts_at >= ? order by v.starts_at limit 1")
                .params(client.value(), from.atOffset(ZoneOffset.UTC)).query(VisitLine.class).optional();
    }

    /** A client's that are planned and still to come. */
    List<Visit> coming(ClientId client, Instant from) {
        return db.sql("select * from monitoring.visit where client_id = ? and status = 'PLANNED' and starts_at > ? order by starts_at limit 100")
                .params(client.value(), from.atOffset(ZoneOffset.UTC)).query(Visit.class).list();
    }

    /** Whoever plans for a worker waits for whoever plans for the same, so that two do not plan one hour at once. */
    void alone(AccountId worker) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('monitoring.visit ' || ?, 0))").param(worker.text()).query((_, _) -> true).single();
    }

    /** The beginning of what the worker has planned besides within its time: a visit or an appointment. */
    Optional<Instant> overlapping(Visit visit) {
        return db.sql("""
                select starts_at from (
                    select starts_at, minutes from monitoring.visit where worker = :worker and id <> :id and status = 'PLANNED' and starts_at < :until and starts_at > :from - interval '1 day'
                    union all
                    select starts_at, minutes from tasks.appointment where worker = :worker and cancelled_at is null and starts_at < :until and starts_at > :from - interval '1 day') t
                where starts_at + make_interval(mins => minutes) > :from order by starts_at limit 1
                """).param("worker", visit.worker().value()).param("id", visit.id().value()).param("from", visit.startsAt().atOffset(ZoneOffset.UTC)).param("until", visit.endsAt().atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getTimestamp(1).toInstant()).optional();
    }

    void add(Visit visit) {
        db.sql("""
                insert into monitoring.visit (id, client_id, worker, series, starts_at, minutes, mode, place, purpose, status, reason, contact_id, settled_at, settled_by, planned_by, planned_at, version)
                values (:id, :clientId, :worker, :series, :startsAt, :minutes, :mode, :place, :purpose, :status, :reason, :contactId, :settledAt, :settledBy, :plannedBy, :plannedAt, :version)
                """).paramSource(Row.of(visit)).update();
    }

    void replace(Visit visit) {
        var rows = db.sql("""
                update monitoring.visit set status = :status, reason = :reason, contact_id = :contactId, settled_at = :settledAt, settled_by = :settledBy, version = :version + 1
                where id = :id and client_id = :clientId and version = :version
                """).paramSource(Row.of(visit)).update();
        if (rows == 0) {
            throw changed();
        }
    }

    /** When, where, what for and by whom, of one that is still planned. */
    void change(Visit visit) {
        var rows = db.sql("""
                update monitoring.visit set worker = :worker, starts_at = :startsAt, minutes = :minutes, mode = :mode, place = :place, purpose = :purpose, version = :version + 1
                where id = :id and client_id = :clientId and version = :version and status = 'PLANNED'
                """).paramSource(Row.of(visit)).update();
        if (rows == 0) {
            throw changed();
        }
    }

    static Refused changed() {
        return Refused.conflict("Someone else changed this visit. Reload it and try again.");
    }

    private static Refused unknown() {
        return Refused.notFound("That visit could not be found.");
    }
}
