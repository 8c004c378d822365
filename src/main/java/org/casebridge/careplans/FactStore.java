package org.casebridge.careplans;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Row;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What becomes of goals between two agreements: progress, barriers, steps taken, resources secured. */
@Repository
class FactStore {

    private final JdbcClient db;

    FactStore(JdbcClient db) {
        this.db = db;
    }

    /** Newest first, at most 200. */
    List<Progress> progress(ClientId client, GoalId goal) {
        return db.sql("""
                select p.id, p.on_day, p.achievement, p.words, a.name as by, p.contact_id, p.struck_on, p.strike
                from careplans.progress p join access.account a on a.id = p.noted_by
                where p.goal_id = ? and p.client_id = ? order by p.on_day desc, p.id desc limit 200
                """).params(goal.value(), client.value()).query(Progress.class).list();
    }

    void addProgress(ClientId client, GoalId goal, LocalDate on, Achievement achievement, String words, @Nullable UUID contact) {
        db.sql("insert into careplans.progress (id, client_id, goal_id, on_day, achievement, words, noted_by, contact_id) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Id.fresh(), client.value(), goal.value(), on, achievement.name(), words, Actor.current().account().value(), contact).update();
    }

    int strikeProgress(ClientId client, GoalId goal, UUID progress, LocalDate on, String why) {
        return db.sql("update careplans.progress set struck_on = ?, strike = ? where id = ? and goal_id = ? and client_id = ? and struck_on is null").params(on, why, progress, goal.value(), client.value()).update();
    }

    int reopenBarrier(ClientId client, BarrierId barrier) {
        return db.sql("update careplans.barrier set ended_on = null, ended_how = null where id = ? and client_id = ? and ended_on is not null").params(barrier.value(), client.value()).update();
    }

    void setLifecycle(ClientId client, GoalId goal, Lifecycle lifecycle, LocalDate on, @Nullable String why) {
        db.sql("update careplans.goal set lifecycle = :lifecycle, lifecycle_on = :on, lifecycle_why = :why where id = :goal and client_id = :client")
                .param("lifecycle", lifecycle.name()).param("on", on).param("why", why, java.sql.Types.VARCHAR)
                .param("goal", goal.value()).param("client", client.value()).update();
    }

    /** Those in the way first, then the newest. */
    List<Barrier> barriers(ClientId client) {
        return db.sql("select * from careplans.barrier where client_id = ? order by ended_on nulls first, noted_on desc, id desc")
                .param(client.value()).query(Barrier.class).list();
    }

    Barrier barrier(ClientId client, BarrierId id) {
        return db.sql("select * from careplans.barrier where id = ? and client_id = ?").params(id.value(), client.value())
                .query(Barrier.class).optional().orElseThrow(() -> Refused.notFound("That barrier could not be found."));
    }

    void addBarrier(ClientId client, Barrier barrier) {
        db.sql("insert into careplans.barrier (id, client_id, goal_id, kind, words, owner, noted_on, due_on) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(barrier.id().value(), client.value(), barrier.goalId().value(), barrier.kind().name(), barrier.words(), barrier.owner(), barrier.notedOn(), barrier.dueOn())
                .update();
    }

    void endBarrier(Barrier barrier) {
        var rows = db.sql("update careplans.barrier set ended_on = :endedOn, ended_how = :endedHow where id = :id and ended_on is null")
                .paramSource(Row.of(barrier)).update();
        if (rows == 0) {
            throw Refused.conflict("Someone else changed this barrier. Reload it and try again.");
        }
    }

    /** Refuses a step that has a result already: two people at once. */
    void finishStep(ClientId client, StepId step, boolean done, LocalDate on, String words) {
        var rows = db.sql("insert into careplans.step_result (step_id, client_id, done, on_day, words, noted_by) values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(step.value(), client.value(), done, on, words, Actor.current().account().value()).update();
        if (rows == 0) {
            throw Refused.conflict("Someone has already said what became of this step.");
        }
    }

    void reopenStep(ClientId client, StepId step) {
        db.sql("delete from careplans.step_result where step_id = ? and client_id = ?").params(step.value(), client.value()).update();
    }

    Optional<UUID> task(ClientId client, StepId step) {
        return db.sql("select task_id from careplans.step_task where step_id = ? and client_id = ?").params(step.value(), client.value()).query(UUID.class).optional();
    }

    /** Refuses a second task for a step. */
    void tie(ClientId client, StepId step, UUID task) {
        var rows = db.sql("insert into careplans.step_task (step_id, client_id, task_id) values (?, ?, ?) on conflict (step_id) do nothing").params(step.value(), client.value(), task).update();
        if (rows == 0) {
            throw Refused.conflict("This step is a task already.");
        }
    }

    /** The steps of a client that became tasks. */
    Set<UUID> tied(ClientId client) {
        return db.sql("select step_id from careplans.step_task where client_id = ?").param(client.value()).query(UUID.class).set();
    }

    void secure(ClientId client, ResourceId resource, LocalDate on) {
        db.sql("insert into careplans.resource_secured (resource_id, client_id, on_day, noted_by) values (?, ?, ?, ?) on conflict do nothing")
                .params(resource.value(), client.value(), on, Actor.current().account().value()).update();
    }

    void unsecure(ClientId client, ResourceId resource) {
        db.sql("delete from careplans.resource_secured where resource_id = ? and client_id = ?").params(resource.value(), client.value()).update();
    }
}
