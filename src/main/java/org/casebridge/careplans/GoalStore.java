package org.casebridge.careplans;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.codes.NeedCategory;
import org.casebridge.data.Together;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The goals of a version of a plan, with their steps and what they need, as worded there and as they stand today. */
@Repository
class GoalStore {

    private static final String ACHIEVEMENT = "(select p.achievement from careplans.progress p where p.goal_id = g.id and p.struck_on is null order by p.on_day desc, p.id desc limit 1)";

    private final JdbcClient db;
    private final Together together;

    GoalStore(JdbcClient db, Together together) {
        this.db = db;
        this.together = together;
    }

    /** In the order in which they were written down, the most wanted first. A step that became a task is done when that is. */
    List<Goal> of(PlanId plan) {
        var questions = together.questions();
        var goals = gather(questions, "?", plan.value());
        questions.ask();
        return goals.get();
    }

    /** What {@link #of} asks, for whoever asks more at the same time. {@code plan} is SQL that names the version, with {@code key} for its question mark. */
    Supplier<List<Goal>> gather(Together.Questions questions, String plan, UUID key) {
        var goals = questions.list((row, _) -> goal(row), """
                select t.*, g.lifecycle, g.lifecycle_why, %s as achievement
                from careplans.goal_text t join careplans.goal g on g.id = t.goal_id
                where t.plan_id = %s order by array_position(array['HIGH', 'MEDIUM', 'LOW'], t.priority), t.place
                """.formatted(ACHIEVEMENT, plan), key);
        var steps = questions.list((row, _) -> Map.entry(row.getObject("goal_id", UUID.class), step(row)), """
                select s.*, coalesce(r.done, d.id is not null or null) as done, coalesce(r.on_day, (d.settled_at at time zone ?)::date) as done_on, r.words as result
                from careplans.step s left join careplans.step_result r on r.step_id = s.id
                left join careplans.step_task x on x.step_id = s.id left join tasks.done d on d.id = x.task_id
                where s.plan_id = %s order by s.place
                """.formatted(plan), Actor.current().zone().getId(), key);
        var resources = questions.list((row, _) -> Map.entry(row.getObject("goal_id", UUID.class), resource(row)), """
                select r.*, d.on_day as secured_on
                from careplans.resource r left join careplans.resource_secured d on d.resource_id = r.id
                where r.plan_id = %s order by r.place
                """.formatted(plan), key);
        return () -> {
            var stepsOf = byGoal(steps.get());
            var resourcesOf = byGoal(resources.get());
            return goals.get().stream().map(it -> it.holding(stepsOf.getOrDefault(it.id().value(), List.of()), resourcesOf.getOrDefault(it.id().value(), List.of()))).toList();
        };
    }

    private static <T> Map<UUID, List<T>> byGoal(List<Map.Entry<UUID, T>> rows) {
        return rows.stream().collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** The open goals of the plan in force. */
    List<GoalLine> lines(ClientId client) {
        return db.sql("""
                select g.id, t.words, t.domain, t.target_on, g.lifecycle, %s as achievement
                from careplans.plan p
                join careplans.goal_text t on t.plan_id = p.id
                join careplans.goal g on g.id = t.goal_id
                where p.client_id = ? and p.status = 'ACTIVE' and g.lifecycle in ('PROPOSED', 'PLANNED', 'ACCEPTED', 'ACTIVE', 'ON_HOLD')
                order by array_position(array['HIGH', 'MEDIUM', 'LOW'], t.priority), t.place
                """.formatted(ACHIEVEMENT)).param(client.value()).query(GoalLine.class).list();
    }

    boolean exists(ClientId client, GoalId goal) {
        return db.sql("select exists (select from careplans.goal where id = ? and client_id = ?)").params(goal.value(), client.value())
                .query(Boolean.class).single();
    }

    /** Writes a goal into a draft, anew or in place of what it was there. */
    void write(CarePlan plan, Goal goal, Map<String, AccountId> staff, LocalDate today) {
        var client = plan.clientId().value();
        db.sql("""
                insert into careplans.goal (id, client_id, series, lifecycle, lifecycle_on) values (?, ?, ?, 'PROPOSED', ?)
                on conflict (id) do nothing
                """).params(goal.id().value(), client, plan.series(), today).update();
        db.sql("delete from careplans.step where plan_id = ? and goal_id = ?").params(plan.id().value(), goal.id().value()).update();
        db.sql("delete from careplans.resource where plan_id = ? and goal_id = ?").params(plan.id().value(), goal.id().value()).update();
        db.sql("""
                insert into careplans.goal_text (plan_id, goal_id, client_id, words, domain, measure, target_on, priority, strengths, why, not_theirs, baseline, start_on, levels,
                        staff_note, place)
                values (:plan, :goal, :client, :words, :domain, :measure, :targetOn, :priority, :strengths, :why, :notTheirs, :baseline, :startOn, :levels, :staffNote,
                        (select coalesce(max(place), 0) + 1 from careplans.goal_text where plan_id = :plan))
                on conflict (plan_id, goal_id) do update set words = :words, domain = :domain, measure = :measure, target_on = :targetOn,
                        priority = :priority, strengths = :strengths, why = :why, not_theirs = :notTheirs, baseline = :baseline, start_on = :startOn, levels = :levels,
                        staff_note = :staffNote
                """).param("plan", plan.id().value()).param("goal", goal.id().value()).param("client", client).param("words", goal.words())
                .param("domain", goal.domain().name()).param("measure", goal.measure()).param("targetOn", goal.targetOn(), Types.DATE)
                .param("priority", goal.priority().name()).param("strengths", goal.strengths())
                .param("why", goal.more().why()).param("notTheirs", goal.more().notTheirs()).param("baseline", goal.more().baseline())
                .param("startOn", goal.more().startOn(), Types.DATE).param("levels", goal.more().levels().toArray(String[]::new)).param("staffNote", goal.more().staffNote()).update();
        int place = 0;
        for (var step : goal.steps()) {
            var by = step.party() == Goal.Party.STAFF ? staff.get(step.who().toLowerCase()) : null;
            var amount = step.amount();
            db.sql("""
                    insert into careplans.step (plan_id, id, goal_id, client_id, what, party, who, staff, timing, due_on, start_on, units, unit, per, after_id, place)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """).params(plan.id().value(), step.id().value(), goal.id().value(), client, step.what(), step.party().name(), step.who(),
                            by == null ? null : by.value(), step.timing(), step.dueOn(), amount.startOn(), amount.units(), amount.unit() == null ? null : amount.unit().name(),
                            amount.per() == null ? null : amount.per().name(), amount.after() == null ? null : amount.after().value(), place++).update();
        }
        for (var resource : goal.resources()) {
            db.sql("insert into careplans.resource (plan_id, id, goal_id, client_id, what, source, cost, kind, place) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(plan.id().value(), resource.id().value(), goal.id().value(), client, resource.what(), resource.source(), resource.cost(), resource.kind().name(), place++)
                    .update();
        }
    }

    void remove(CarePlan plan, GoalId goal) {
        db.sql("delete from careplans.goal_text where plan_id = ? and goal_id = ?").params(plan.id().value(), goal.value()).update();
    }

    /** A new version begins with every goal of the one before that is still open. */
    void carryOver(CarePlan from, CarePlan to) {
        db.sql("""
                insert into careplans.goal_text (plan_id, goal_id, client_id, words, domain, measure, target_on, priority, strengths, why, not_theirs, baseline, start_on, levels, staff_note, place)
                select :to, t.goal_id, t.client_id, t.words, t.domain, t.measure, t.target_on, t.priority, t.strengths, t.why, t.not_theirs, t.baseline, t.start_on, t.levels,
                    t.staff_note, t.place
                from careplans.goal_text t join careplans.goal g on g.id = t.goal_id
                where t.plan_id = :from and g.lifecycle in ('PROPOSED', 'PLANNED', 'ACCEPTED', 'ACTIVE', 'ON_HOLD')
                """).param("from", from.id().value()).param("to", to.id().value()).update();
        db.sql("""
                insert into careplans.step (plan_id, id, goal_id, client_id, what, party, who, staff, timing, due_on, start_on, units, unit, per, after_id, place)
                select :to, s.id, s.goal_id, s.client_id, s.what, s.party, s.who, s.staff, s.timing, s.due_on, s.start_on, s.units, s.unit, s.per, s.after_id, s.place
                from careplans.step s join careplans.goal_text t on t.plan_id = :to and t.goal_id = s.goal_id where s.plan_id = :from
                """).param("from", from.id().value()).param("to", to.id().value()).update();
        db.sql("""
                insert into careplans.resource (plan_id, id, goal_id, client_id, what, source, cost, kind, place)
                select :to, r.id, r.goal_id, r.client_id, r.what, r.source, r.cost, r.kind, r.place
                from careplans.resource r join careplans.goal_text t on t.plan_id = :to and t.goal_id = r.goal_id where r.plan_id = :from
                """).param("from", from.id().value()).param("to", to.id().value()).update();
    }

    /** What the agreement does to the goals: those of this version begin, those it no longer holds are cancelled with its reason. */
    void begin(CarePlan plan, LocalDate on) {
        db.sql("""
                update careplans.goal g set lifecycle = 'ACTIVE', lifecycle_on = :on, lifecycle_why = null
                from careplans.goal_text t
                where t.plan_id = :plan and g.id = t.goal_id and g.lifecycle in ('PROPOSED', 'PLANNED', 'ACCEPTED')
                """).param("plan", plan.id().value()).param("on", on).update();
        db.sql("""
                update careplans.goal g set lifecycle = 'CANCELLED', lifecycle_on = :on, lifecycle_why = :why
                where g.client_id = :client and g.series = :series and g.lifecycle in ('PROPOSED', 'PLANNED', 'ACCEPTED', 'ACTIVE', 'ON_HOLD')
                  and not exists (select from careplans.goal_text t where t.plan_id = :plan and t.goal_id = g.id)
                """).param("plan", plan.id().value()).param("client", plan.clientId().value()).param("series", plan.series())
                .param("on", on).param("why", plan.reason(), Types.VARCHAR).update();
    }

    /** Undoes {@link #begin}: goals that only this version holds are proposed again, those it ended go on. */
    void unbegin(CarePlan plan, Optional<CarePlan> before, LocalDate on) {
        db.sql("""
                update careplans.goal g set lifecycle = 'PROPOSED', lifecycle_on = :on, lifecycle_why = null
                from careplans.goal_text t
                where t.plan_id = :plan and g.id = t.goal_id and g.lifecycle in ('ACTIVE', 'ON_HOLD')
                  and not exists (select from careplans.goal_text b where b.plan_id = :before::uuid and b.goal_id = g.id)
                """).param("plan", plan.id().value()).param("before", before.map(it -> it.id().value()).orElse(null), Types.OTHER).param("on", on).update();
        db.sql("""
                update careplans.goal g set lifecycle = 'ACTIVE', lifecycle_on = :on, lifecycle_why = null
                from careplans.goal_text b
                where b.plan_id = :before::uuid and g.id = b.goal_id and g.lifecycle = 'CANCELLED' and g.lifecycle_on = :agreed and g.lifecycle_why is not distinct from :why
                  and not exists (select from careplans.goal_text t where t.plan_id = :plan and t.goal_id = g.id)
                """).param("plan", plan.id().value()).param("before", before.map(it -> it.id().value()).orElse(null), Types.OTHER).param("on", on)
                .param("agreed", plan.agreedOn()).param("why", plan.reason(), Types.VARCHAR).update();
    }

    /** All open goals end with the plan. */
    void cancelAll(CarePlan plan, LocalDate on, String why) {
        db.sql("""
                update careplans.goal set lifecycle = 'CANCELLED', lifecycle_on = ?, lifecycle_why = ?
                where client_id = ? and series = ? and lifecycle in ('PROPOSED', 'PLANNED', 'ACCEPTED', 'ACTIVE', 'ON_HOLD')
                """).params(on, why, plan.clientId().value(), plan.series()).update();
    }

    /** Undoes {@link #cancelAll}: goals that ended with the plan go on. */
    void goOn(CarePlan ended, LocalDate on) {
        db.sql("""
                update careplans.goal set lifecycle = 'ACTIVE', lifecycle_on = :on, lifecycle_why = null
                where client_id = :client and series = :series and lifecycle = 'CANCELLED' and lifecycle_on = :ended and lifecycle_why = :why
                """).param("on", on).param("client", ended.clientId().value()).param("series", ended.series()).param("ended", ended.endedOn()).param("why", ended.endReason(), Types.VARCHAR).update();
    }

    /** Goals that were drafted and never agreed leave with the last draft that named them. */
    void forgetUnnamed(CarePlan plan) {
        db.sql("""
                delete from careplans.goal g where g.client_id = ? and g.series = ? and g.lifecycle = 'PROPOSED'
                  and not exists (select from careplans.goal_text t where t.goal_id = g.id)
                  and not exists (select from careplans.progress p where p.goal_id = g.id)
                  and not exists (select from careplans.barrier b where b.goal_id = g.id)
                """).params(plan.clientId().value(), plan.series()).update();
    }

    private static Goal goal(ResultSet row) throws SQLException {
        var achievement = row.getString("achievement");
        return new Goal(new GoalId(row.getObject("goal_id", UUID.class)), row.getString("words"), NeedCategory.valueOf(row.getString("domain")),
                row.getString("measure"), row.getObject("target_on", LocalDate.class), Goal.Priority.valueOf(row.getString("priority")),
                row.getString("strengths"), Lifecycle.valueOf(row.getString("lifecycle")), row.getString("lifecycle_why"),
                achievement == null ? null : Achievement.valueOf(achievement), List.of(), List.of(),
                new Goal.More(row.getString("why"), row.getString("not_theirs"), row.getString("baseline"), row.getObject("start_on", LocalDate.class),
                        List.of((String[]) row.getArray("levels").getArray()), row.getString("staff_note")));
    }

    private static Goal.Step step(ResultSet row) throws SQLException {
        return new Goal.Step(new StepId(row.getObject("id", UUID.class)), row.getString("what"), Goal.Party.valueOf(row.getString("party")),
                row.getString("who"), row.getString("timing"), row.getObject("due_on", LocalDate.class), (Boolean) row.getObject("done"),
                row.getObject("done_on", LocalDate.class), row.getString("result"), amount(row));
    }

    private static Goal.Amount amount(ResultSet row) throws SQLException {
        var unit = row.getString("unit");
        var after = row.getObject("after_id", UUID.class);
        return new Goal.Amount(row.getObject("start_on", LocalDate.class), (Integer) row.getObject("units"), unit == null ? null : Goal.Unit.valueOf(unit),
                unit == null ? null : Goal.Per.valueOf(row.getString("per")), after == null ? null : new StepId(after));
    }

    private static Goal.Resource resource(ResultSet row) throws SQLException {
        BigDecimal cost = row.getBigDecimal("cost");
        return new Goal.Resource(new ResourceId(row.getObject("id", UUID.class)), row.getString("what"), row.getString("source"), cost,
                row.getObject("secured_on", LocalDate.class), Goal.Resource.Kind.valueOf(row.getString("kind")));
    }
}
