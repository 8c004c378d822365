package org.casebridge.workload;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Id;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MeetingStore {

    /** How many talks are shown. */
    private static final int MOST = 20;

    private static final String HEADS = """
            select m.id, m.worker, w.name as worker_name, m.supervisor, s.name as supervisor_name, m.opened_at, m.closed_at
            from workload.meeting m join access.account w on w.id = m.worker join access.account s on s.id = m.supervisor
            """;

    private final JdbcClient db;

    MeetingStore(JdbcClient db) {
        this.db = db;
    }

    /** Of that worker with the acting person, or all of the acting person's own as a worker; the open and newest first. */
    List<Meeting> of(@Nullable AccountId worker) {
        var me = Actor.current().account().value();
        var heads = db.sql(HEADS + "where " + (worker == null ? "m.worker = ? and m.worker = ?" : "m.supervisor = ? and m.worker = ?") + " order by m.closed_at desc nulls first, m.opened_at desc limit " + MOST)
                .params(me, worker == null ? me : worker.value()).query(Meeting.Head.class).list();
        var keys = heads.stream().map(Meeting.Head::id).toArray(UUID[]::new);
        var items = db.sql("""
                select i.id, i.meeting_id, i.client_id, c.name as client, i.kind, i.number, i.words, i.path, i.struck from workload.agenda_item i left join clients.client c on c.id = i.client_id
                where i.meeting_id = any (?) order by i.added_at, i.kind, i.number desc, i.id
                """).param(keys).query(Meeting.Item.class).list();
        var decisions = db.sql("""
                select d.id, d.meeting_id, d.client_id, c.name as client, d.words, d.task_id, a.name as made_by, d.made_at
                from workload.decision d join access.account a on a.id = d.made_by left join clients.client c on c.id = d.client_id where d.meeting_id = any (?) order by d.made_at, d.id
                """).param(keys).query(Meeting.Decision.class).list();
        return heads.stream().map(it -> it.with(items, decisions)).toList();
    }

    /** The open one, kept from closing until the transaction ends. */
    Optional<UUID> open(AccountId worker) {
        return db.sql("select id from workload.meeting where worker = ? and supervisor = ? and closed_at is null for update").params(worker.value(), Actor.current().account().value()).query(UUID.class).optional();
    }

    void begin(AccountId worker, Instant at) {
        db.sql("insert into workload.meeting (id, worker, supervisor, opened_at) values (?, ?, ?, ?) on conflict do nothing")
                .params(Id.fresh(), worker.value(), Actor.current().account().value(), at.atOffset(ZoneOffset.UTC)).update();
    }

    /** Unless the same stands there already, struck or not. */
    void add(UUID meeting, @Nullable ClientId client, Meeting.Kind kind, int number, String words, String path, Instant at) {
        db.sql("""
                insert into workload.agenda_item (id, meeting_id, client_id, kind, number, words, path, added_at) select :id::uuid, :meeting::uuid, :client::uuid, :kind::text, :number::integer, :words::text, :path::text, :at::timestamptz
                where :kind::text = 'ADDED' or not exists (select from workload.agenda_item where meeting_id = :meeting and kind = :kind and path = :path)
                """).param("id", Id.fresh()).param("meeting", meeting).param("client", client == null ? null : client.value(), java.sql.Types.OTHER).param("kind", kind.name()).param("number", number)
                .param("words", words).param("path", path).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    boolean strike(UUID meeting, UUID item, String by, Instant at) {
        return db.sql("update workload.agenda_item set struck_at = ?, struck = ? where id = ? and meeting_id = ? and struck_at is null").params(at.atOffset(ZoneOffset.UTC), by, item, meeting).update() == 1;
    }

    void close(UUID meeting, Instant at) {
        db.sql("update workload.meeting set closed_at = ? where id = ?").params(at.atOffset(ZoneOffset.UTC), meeting).update();
    }

    void decide(UUID meeting, @Nullable ClientId client, String words, @Nullable UUID task, Instant at) {
        db.sql("insert into workload.decision (id, meeting_id, client_id, words, task_id, made_by, made_at) values (:id, :meeting, :client::uuid, :words, :task::uuid, :by, :at)")
                .param("id", Id.fresh()).param("meeting", meeting).param("client", client == null ? null : client.value(), java.sql.Types.OTHER).param("words", words)
                .param("task", task, java.sql.Types.OTHER).param("by", Actor.current().account().value()).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    record Late(AccountId worker, ClientId clientId, Meeting.Kind kind, int days, String path) {}

    /** Clocks of these workers' people that ran out, and notes these workers have not signed since before yesterday. */
    List<Late> late(Collection<AccountId> workers, LocalDate today) {
        return db.sql("""
                select f.worker, r.client_id, 'CLOCK' as kind, (:today::date - (r.due_at at time zone :zone)::date) as days, '/clients/' || r.client_id || '/incidents/' || r.incident_id as path
                from caseload.case_file f join monitoring.incident_report r on r.client_id = f.client_id and r.made_at is null and (r.due_at at time zone :zone)::date < :today
                where f.worker = any (:workers) and f.status = 'OPEN'
                union
                select f.worker, p.client_id, 'CLOCK', :today::date - (coalesce(p.reviewed_on, p.agreed_on) + p.review_days), '/clients/' || p.client_id || '/plan'
                from caseload.case_file f join careplans.plan p on p.client_id = f.client_id and p.status = 'ACTIVE' and coalesce(p.reviewed_on, p.agreed_on) + p.review_days < :today
                where f.worker = any (:workers) and f.status = 'OPEN'
                union
                select n.written_by, n.client_id, 'NOTE', :today::date - (n.written_at at time zone :zone)::date, '/clients/' || n.client_id || '/contacts/' || n.contact_id
                from messaging.note n where n.written_by = any (:workers) and n.signed_at is null and (n.written_at at time zone :zone)::date < :today::date - 1
                order by 4 desc, 5
                """).param("workers", workers.stream().map(AccountId::value).toArray(UUID[]::new)).param("today", today).param("zone", Actor.current().zone().getId()).query(Late.class).list();
    }
}
