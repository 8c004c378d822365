package org.casebridge.tasks;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Row;
import org.casebridge.data.Together;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AppointmentStore {

    private static final String LINE = """
            select a.id, a.client_id, c.name as client, w.name as worker_name, a.title, a.starts_at, a.minutes, a.with_whom, a.place, a.cancelled_at, a.reason
            from tasks.appointment a left join clients.client c on c.id = a.client_id join access.account w on w.id = a.worker
            """;

    private final JdbcClient db;

    AppointmentStore(JdbcClient db) {
        this.db = db;
    }

    Appointment get(@Nullable ClientId client, AppointmentId id) {
        return db.sql("select * from tasks.appointment where id = :id and client_id is not distinct from :client::uuid")
                .param("id", id.value()).param("client", client == null ? null : client.value())
                .query(Appointment.class).optional()
                .orElseThrow(() -> Refused.notFound("That appointment could not be found."));
    }

    AppointmentLine line(@Nullable ClientId client, AppointmentId id) {
        return db.sql(LINE + "where a.id = :id and a.client_id is not distinct from :client::uuid")
                .param("id", id.value()).param("client", client == null ? null : client.value())
                .query(AppointmentLine.class).optional()
                .orElseThrow(() -> Refused.notFound("That appointment could not be found."));
    }

    /** A worker's standing ones that begin in that time, in its order. */
    List<AppointmentLine> between(AccountId worker, Instant from, Instant until) {
        return db.sql(LINE + "where a.worker = ? and a.cancelled_at is null and a.starts_at >= ? and a.starts_at < ? order by a.starts_at, a.id")
                .params(worker.value(), from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC)).query(AppointmentLine.class).list();
    }

    Supplier<List<AppointmentLine>> between(Together.Questions questions, AccountId worker, Instant from, Instant until) {
        return questions.list(AppointmentLine.class, LINE + "where a.worker = ? and a.cancelled_at is null and a.starts_at >= ? and a.starts_at < ? order by a.starts_at, a.id",
                worker.value(), from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC));
    }

    /** A client's from then on, cancelled ones too. */
    List<AppointmentLine> of(ClientId client, Instant from) {
        return db.sql(LINE + "where a.client_id = ? and a.starts_at >= ? order by a.starts_at, a.id limit 50")
                .params(client.value(), from.atOffset(ZoneOffset.UTC)).query(AppointmentLine.class).list();
    }

    /** Those in which the client takes part and that are still to come. */
    List<Appointment> withClient(ClientId client, Instant from) {
        return db.sql("select * from tasks.appointment where client_id = ? and with_client and cancelled_at is null and starts_at > ? order by starts_at limit 100")
                .params(client.value(), from.atOffset(ZoneOffset.UTC)).query(Appointment.class).list();
    }

    void add(Appointment appointment) {
        db.sql("""
                insert into tasks.appointment (id, client_id, worker, title, starts_at, minutes, with_whom, place, with_client, cancelled_at, cancelled_by, reason, version)
                values (:id, :clientId, :worker, :title, :startsAt, :minutes, :withWhom, :place, :withClient, :cancelledAt, :cancelledBy, :reason, :version)
                """)
                .paramSource(Row.of(appointment)).update();
    }

    void replace(Appointment appointment) {
        var rows = db.sql("""
                update tasks.appointment set cancelled_at = :cancelledAt, cancelled_by = :cancelledBy, reason = :reason, version = :version + 1
                where id = :id and version = :version
                """)
                .paramSource(Row.of(appointment)).update();
        if (rows == 0) {
            throw changed();
        }
    }

    /** What, when, with whom and where, of one that stands. */
    void change(Appointment appointment) {
        var rows = db.sql("""
                update tasks.appointment set title = :title, starts_at = :startsAt, minutes = :minutes, with_whom = :withWhom, place = :place, with_client = :withClient, version = :version + 1
                where id = :id and version = :version and cancelled_at is null
                """)
                .paramSource(Row.of(appointment)).update();
        if (rows == 0) {
            throw changed();
        }
    }

    /** Whoever arranges something for a worker waits for whoever arranges for the same, visits too, so that two do not take one hour at once. */
    void alone(AccountId worker) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('monitoring.visit ' || ?, 0))").param(worker.text()).query((_, _) -> true).single();
    }

    static Refused changed() {
        return Refused.conflict("Someone else changed this appointment. Reload it and try again.");
    }
}
