package org.casebridge.careplans;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.caseload.ProgramId;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.casebridge.kernel.Id;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ratings, reviews and their rules, and what is due. */
@Repository
class ReviewStore {

    private static final String DUE = """
            select p.client_id, c.name as client, a.name as worker, coalesce(p.reviewed_on, p.agreed_on) + p.review_days as due_on, p.review_days,
                   coalesce(p.reviewed_on, p.agreed_on) as last, x.until_day as exempt_until, x.reason as exempt_why
            from careplans.plan p
            join clients.client c on c.id = p.client_id
            join lateral (select worker from caseload.case_file f where f.client_id = p.client_id and f.status = 'OPEN' order by f.opened_on desc, f.id desc limit 1) f on true
            join access.account a on a.id = f.worker
            left join careplans.review_exemption x on x.plan_id = p.id and x.ended_on is null
            where p.status = 'ACTIVE' and coalesce(p.reviewed_on, p.agreed_on) + p.review_days <= :until
            """;

    private final JdbcClient db;
    private final Together together;

    ReviewStore(JdbcClient db, Together together) {
        this.db = db;
        this.together = together;
    }

    record Facts(Map<UUID, List<Progress>> progress, Map<UUID, List<Evidence.Rating>> ratings, List<PlanReview> reviews) {}

    /** Of all goals of a client, the newest first. */
    Facts facts(ClientId client) {
        var questions = together.questions();
        var progress = questions.list((row, _) -> Map.entry(row.getObject("goal_id", UUID.class), new Progress(row.getObject("id", UUID.class), row.getObject("on_day", LocalDate.class),
                Achievement.valueOf(row.getString("achievement")), row.getString("words"), row.getString("by"), row.getObject("contact_id", UUID.class))), """
                select p.goal_id, p.id, p.on_day, p.achievement, p.words, a.name as by, p.contact_id from careplans.progress p join access.account a on a.id = p.noted_by
                where p.client_id = ? and p.struck_on is null order by p.on_day desc, p.id desc limit 1000
                """, client.value());
        var ratings = questions.list((row, _) -> Map.entry(row.getObject("goal_id", UUID.class), new Evidence.Rating(row.getObject("id", UUID.class), row.getInt("level"), row.getObject("on_day", LocalDate.class),
                row.getString("words"), row.getString("by"), row.getObject("struck_on", LocalDate.class))), """
                select r.goal_id, r.id, r.level, r.on_day, r.words, a.name as by, r.struck_on from careplans.rating r join access.account a on a.id = r.noted_by
                where r.client_id = ? order by r.on_day desc, r.id desc limit 1000
                """, client.value());
        var reviews = questions.list(PlanReview.class, """
                select r.id, r.plan_id, r.done_on, r.effective_on, r.words, r.t_score, a.name as by, r.struck_on, r.strike from careplans.review r join access.account a on a.id = r.noted_by
                where r.client_id = ? order by r.done_on desc, r.id desc limit 50
                """, client.value());
        questions.ask();
        return new Facts(byGoal(progress.get()), byGoal(ratings.get()), reviews.get());
    }

    private static <T> Map<UUID, List<T>> byGoal(List<Map.Entry<UUID, T>> rows) {
        return rows.stream().collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    void rate(ClientId client, GoalId goal, int level, LocalDate on, String words) {
        db.sql("insert into careplans.rating (id, client_id, goal_id, on_day, level, words, noted_by) values (?, ?, ?, ?, ?, ?, ?)")
                .params(Id.fresh(), client.value(), goal.value(), on, level, words, me()).update();
    }

    int strikeRating(ClientId client, GoalId goal, UUID rating, LocalDate on, String why) {
        return db.sql("update careplans.rating set struck_on = ?, strike = ? where id = ? and goal_id = ? and client_id = ? and struck_on is null").params(on, why, rating, goal.value(), client.value()).update();
    }

    UUID add(CarePlan plan, LocalDate doneOn, LocalDate effectiveOn, String words, @Nullable Double tScore) {
        var id = Id.fresh();
        db.sql("insert into careplans.review (id, client_id, plan_id, done_on, effective_on, words, t_score, noted_by) values (:id, :client, :plan, :done, :effective, :words, :t, :by)")
                .param("id", id).param("client", plan.clientId().value()).param("plan", plan.id().value()).param("done", doneOn).param("effective", effectiveOn).param("words", words)
                .param("t", tScore == null ? null : BigDecimal.valueOf(Math.round(tScore * 100), 2), Types.NUMERIC).param("by", me()).update();
        return id;
    }

    void decide(UUID review, ClientId client, PlanReview.Decision it, Evidence.Proposal proposed) {
        db.sql("insert into careplans.review_goal (review_id, goal_id, client_id, proposed, decided, words) values (?, ?, ?, ?, ?, ?)")
                .params(review, it.goal().value(), client.value(), proposed.name(), it.decided().name(), it.words()).update();
    }

    int strike(ClientId client, UUID review, LocalDate on, String why) {
        return db.sql("update careplans.review set struck_on = ?, strike = ? where id = ? and client_id = ? and struck_on is null").params(on, why, review, client.value()).update();
    }

    /** Those in reach, the first due on top; at most so many. */
    List<PlanReview.DueLine> due(LocalDate until, int most) {
        return db.sql(DUE + "order by coalesce(p.reviewed_on, p.agreed_on) + p.review_days, p.id limit :most").param("until", until).param("most", most).query(PlanReview.DueLine.class).list();
    }

    /** Of the people whom a supervisor supervises, without those that may wait; whoever has no supervisor is supervised by everybody in their agency who is one. */
    List<PlanReview.DueLine> dueInTeam(AccountId supervisor, LocalDate until, LocalDate today, int most) {
        return db.sql(DUE + """
                and (x.until_day is null or x.until_day < :today)
                and exists (select from access.account me left join workforce.worker k on k.id = f.worker
                            where me.id = :me and me.role = 'SUPERVISOR' and me.agency_id = a.agency_id and f.worker <> me.id and coalesce(k.supervisor, me.id) = me.id)
                order by coalesce(p.reviewed_on, p.agreed_on) + p.review_days, p.id limit :most
                """).param("until", until).param("today", today).param("me", supervisor.value()).param("most", most).query(PlanReview.DueLine.class).list();
    }

    List<PlanReview.Rule> rules(ProgramId program) {
        return db.sql("select r.id, r.acuity, r.days, r.basis, r.applies_from, r.ended_on, a.name as set_by from careplans.review_rule r join access.account a on a.id = r.set_by where r.program_id = ? order by r.ended_on desc nulls first, array_position(array['HIGH', 'MEDIUM', 'LOW'], r.acuity)")
                .param(program.value()).query(PlanReview.Rule.class).list();
    }

    /** The strictest among the programmes in which the client has an open case. */
    Optional<PlanReview.Rule> rule(ClientId client, PlanReview.Acuity acuity, LocalDate today) {
        return db.sql("""
                select r.id, r.acuity, r.days, r.basis, r.applies_from, r.ended_on, a.name as set_by
                from caseload.case_file f join careplans.review_rule r on r.program_id = f.program_id join access.account a on a.id = r.set_by
                where f.client_id = :client and f.status = 'OPEN' and r.acuity = :acuity and r.ended_on is null and r.applies_from <= :today order by r.days limit 1
                """).param("client", client.value()).param("acuity", acuity.name()).param("today", today).query(PlanReview.Rule.class).optional();
    }

    void addRule(ProgramId program, PlanReview.Acuity acuity, int days, String basis, LocalDate from, Instant at) {
        db.sql("insert into careplans.review_rule (id, program_id, acuity, days, basis, applies_from, set_by, set_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Id.fresh(), program.value(), acuity.name(), days, basis, from, me(), at.atOffset(ZoneOffset.UTC)).update();
    }

    int endRule(ProgramId program, UUID rule, LocalDate on) {
        return db.sql("update careplans.review_rule set ended_on = ? where id = ? and program_id = ? and ended_on is null").params(on, rule, program.value()).update();
    }

    PlanReview.Acuity acuity(CarePlan plan) {
        return db.sql("select level from careplans.acuity where plan_id = ?").param(plan.id().value()).query(String.class).optional().map(PlanReview.Acuity::valueOf).orElse(PlanReview.Acuity.MEDIUM);
    }

    void setAcuity(CarePlan plan, PlanReview.Acuity level) {
        db.sql("insert into careplans.acuity (plan_id, client_id, level) values (?, ?, ?) on conflict (plan_id) do update set level = excluded.level")
                .params(plan.id().value(), plan.clientId().value(), level.name()).update();
    }

    void exempt(CarePlan plan, LocalDate until, String reason, LocalDate today) {
        endExemption(plan, today);
        db.sql("insert into careplans.review_exemption (id, client_id, plan_id, until_day, reason, noted_on, noted_by) values (?, ?, ?, ?, ?, ?, ?)")
                .params(Id.fresh(), plan.clientId().value(), plan.id().value(), until, reason, today, me()).update();
    }

    void endExemption(CarePlan plan, LocalDate today) {
        db.sql("update careplans.review_exemption set ended_on = ? where plan_id = ? and client_id = ? and ended_on is null").params(today, plan.id().value(), plan.clientId().value()).update();
    }

    private static UUID me() {
        return Actor.current().account().value();
    }
}
