package org.casebridge.tasks;

import java.time.Instant;
import java.time.LocalDate;
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
class TaskStore {

    private static final String LINE = """
            select t.id, t.client_id, c.name as client, t.owner, o.name as owner_name, t.title, t.words, t.due_on, t.due_at, t.priority, t.status,
                   t.reason, t.settled_at, s.name as settled_by, t.rule, t.added_at, t.added_by, a.name as added_by_name
            from tasks.task t
            left join clients.client c on c.id = t.client_id
            join access.account o on o.id = t.owner
            join access.account a on a.id = t.added_by
            left join access.account s on s.id = t.settled_by
            """;

    private final JdbcClient db;

    TaskStore(JdbcClient db) {
        this.db = db;
    }

    Task get(@Nullable ClientId client, TaskId id) {
        return db.sql("select * from tasks.task where id = :id and client_id is not distinct from :client::uuid")
                .param("id", id.value()).param("client", client == null ? null : client.value())
                .query(Task.class).optional()
                .orElseThrow(() -> Refused.notFound("That task could not be found."));
    }

    TaskLine line(@Nullable ClientId client, TaskId id) {
        return db.sql(LINE + "where t.id = :id and t.client_id is not distinct from :client::uuid")
                .param("id", id.value()).param("client", client == null ? null : client.value())
                .query(TaskLine.class).optional()
                .orElseThrow(() -> Refused.notFound("That task could not be found."));
    }

    /** Open ones by due day, then the {@code settled} newest of the others. */
    List<TaskLine> of(ClientId client, int settled) {
        return db.sql(LINE + """
                where t.client_id = :client and t.id in (
                    select id from tasks.task where client_id = :client and status = 'OPEN'
                    union all
                    (select id from tasks.task where client_id = :client and status <> 'OPEN' order by settled_at desc limit :settled))
                order by t.status = 'OPEN' desc, t.settled_at desc, t.due_on, t.due_at, t.id
                """)
                .param("client", client.value()).param("settled", settled).query(TaskLine.class).list();
    }

    List<TaskLine> of(AccountId owner, int settled) {
        return db.sql(LINE + """
                where t.owner = :owner and t.id in (
                    select id from tasks.task where owner = :owner and status = 'OPEN'
                    union all
                    (select id from tasks.task where owner = :owner and status <> 'OPEN' order by settled_at desc limit :settled))
                order by t.status = 'OPEN' desc, t.settled_at desc, t.due_on, t.due_at, t.id
                """)
                .param("owner", owner.value()).param("settled", settled).query(TaskLine.class).list();
    }

    Supplier<List<TaskLine>> due(Together.Questions questions, AccountId owner, LocalDate until) {
        return questions.list(TaskLine.class, LINE + "where t.owner = ? and t.status = 'OPEN' and (t.due_on is null or t.due_on <= ?)", owner.value(), until);
    }

    void add(Task task) {
        db.sql("""
                insert into tasks.task (id, client_id, owner, title, words, due_on, due_at, priority, status, reason, settled_at, settled_by, rule, added_at, added_by, version)
                values (:id, :clientId, :owner, :title, :words, :dueOn, :dueAt, :priority, :status, :reason, :settledAt, :settledBy, :rule, :addedAt, :addedBy, :version)
                """)
                .paramSource(Row.of(task)).update();
    }

    void handOver(ClientId client, AccountId from, AccountId to) {
        db.sql("update tasks.task set owner = ?, version = version + 1 where client_id = ? and owner = ? and status = 'OPEN'")
                .params(to.value(), client.value(), from.value()).update();
    }

    /** The open tasks a rule made are no longer to be done, since their reason is gone; that they were there stays. */
    void withdraw(ClientId client, String rule, AccountId by, Instant at) {
        db.sql("update tasks.task set status = 'EXPIRED', settled_at = ?, settled_by = ?, version = version + 1 where client_id = ? and rule = ? and status = 'OPEN'")
                .params(at.atOffset(ZoneOffset.UTC), by.value(), client.value(), rule).update();
    }

    void replace(Task task) {
        var rows = db.sql("""
                update tasks.task
                set owner = :owner, title = :title, words = :words, due_on = :dueOn, due_at = :dueAt, priority = :priority, status = :status,
                    reason = :reason, settled_at = :settledAt, settled_by = :settledBy, version = :version + 1
                where id = :id and version = :version
                """)
                .paramSource(Row.of(task)).update();
        if (rows == 0) {
            throw Refused.conflict("Someone else changed this task. Reload it and try again.");
        }
    }
}
