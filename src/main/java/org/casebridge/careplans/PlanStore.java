package org.casebridge.careplans;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Row;
import org.casebridge.data.Together;
import org.casebridge.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions of plans. */
@Repository
class PlanStore {

    private final JdbcClient db;

    PlanStore(JdbcClient db) {
        this.db = db;
    }

    Optional<CarePlan> active(ClientId client) {
        return db.sql("select * from careplans.plan where client_id = ? and status = 'ACTIVE'").param(client.value()).query(CarePlan.class).optional();
    }

    /** None or one. */
    Supplier<List<CarePlan>> active(Together.Questions questions, ClientId client) {
        return questions.list(CarePlan.class, "select * from careplans.plan where client_id = ? and status = 'ACTIVE'", client.value());
    }

    Optional<CarePlan> open(ClientId client) {
        return db.sql("select * from careplans.plan where client_id = ? and status in ('DRAFT', 'PROPOSED')").param(client.value())
                .query(CarePlan.class).optional();
    }

    CarePlan get(ClientId client, PlanId id) {
        return db.sql("select * from careplans.plan where id = ? and client_id = ?").params(id.value(), client.value())
                .query(CarePlan.class).optional().orElseThrow(() -> Refused.notFound("That version of the plan could not be found."));
    }

    /** The version that was agreed before this one; not one that was taken back. */
    Optional<CarePlan> before(CarePlan plan) {
        return db.sql("""
                select * from careplans.plan
                where client_id = ? and series = ? and number < ? and status <> 'ENTERED_IN_ERROR' order by number desc limit 1
                """).params(plan.clientId().value(), plan.series(), plan.number()).query(CarePlan.class).optional();
    }

    /** Newest first. */
    List<CarePlan> all(ClientId client) {
        return db.sql("select * from careplans.plan where client_id = ? order by id desc").param(client.value()).query(CarePlan.class).list();
    }

    void add(CarePlan plan) {
        db.sql("""
                insert into careplans.plan (id, client_id, series, number, status, strengths, review_days, cadence_days, reason, version)
                values (:id, :clientId, :series, :number, :status, :strengths, :reviewDays, :cadenceDays, :reason, :version)
                """)
                .paramSource(Row.of(plan)).update();
    }

    void replace(CarePlan plan) {
        var rows = db.sql("""
                update careplans.plan
                set status = :status, strengths = :strengths, review_days = :reviewDays, cadence_days = :cadenceDays, reason = :reason,
                    agreed_on = :agreedOn, agreed_how = :agreedHow, present = :present, copy_given = :copyGiven, reviewed_on = :reviewedOn,
                    ended_on = :endedOn, end_reason = :endReason, version = :version + 1
                where id = :id and version = :version
                """)
                .paramSource(Row.of(plan)).update();
        if (rows == 0) {
            throw Refused.conflict("Someone else changed this plan. Reload it and try again.");
        }
    }

    /** A draft goes whole; goals that no agreed version names go with it. */
    void discard(CarePlan plan) {
        db.sql("delete from careplans.plan where id = ? and client_id = ? and status in ('DRAFT', 'PROPOSED')")
                .params(plan.id().value(), plan.clientId().value()).update();
    }
}
