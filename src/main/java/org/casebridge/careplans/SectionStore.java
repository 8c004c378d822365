package org.casebridge.careplans;

import java.util.UUID;
import java.util.function.Supplier;
import org.casebridge.data.Together;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What versions of plans say beside their goals. */
@Repository
class SectionStore {

    private final JdbcClient db;
    private final Together together;

    SectionStore(JdbcClient db, Together together) {
        this.db = db;
        this.together = together;
    }

    PlanParts of(PlanId plan) {
        var questions = together.questions();
        var parts = gather(questions, "?", plan.value());
        questions.ask();
        return parts.get();
    }

    /** As {@link GoalStore#gather}. */
    Supplier<PlanParts> gather(Together.Questions questions, String plan, UUID key) {
        var sections = questions.list(Section.class, "select kind, words, on_day from careplans.section where plan_id = " + plan, key);
        var choices = questions.list(Choice.class, "select id, what, answer, words, on_day from careplans.choice where plan_id = " + plan + " order by place", key);
        return () -> new PlanParts(sections.get(), choices.get());
    }

    void replace(CarePlan plan, PlanParts parts) {
        db.sql("delete from careplans.section where plan_id = ?").param(plan.id().value()).update();
        db.sql("delete from careplans.choice where plan_id = ?").param(plan.id().value()).update();
        for (var it : parts.sections()) {
            db.sql("insert into careplans.section (plan_id, kind, client_id, words, on_day) values (?, ?, ?, ?, ?)")
                    .params(plan.id().value(), it.kind().name(), plan.clientId().value(), it.words(), it.onDay()).update();
        }
        int place = 0;
        for (var it : parts.choices()) {
            db.sql("insert into careplans.choice (plan_id, id, client_id, what, answer, words, on_day, place) values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(plan.id().value(), it.id(), plan.clientId().value(), it.what(), it.answer().name(), it.words(), it.onDay(), place++).update();
        }
    }

    void carryOver(CarePlan from, CarePlan to) {
        replace(to, of(from.id()));
    }
}
