package org.casebridge.assessments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SafetyPlanStore {

    private final JdbcClient db;

    SafetyPlanStore(JdbcClient db) {
        this.db = db;
    }

    /** The newest first. */
    List<SafetyPlan> of(ClientId client) {
        return db.sql("select p.*, a.name as made_by_name from assessments.safety_plan p join access.account a on a.id = p.made_by where p.client_id = ? order by p.number desc")
                .param(client.value()).query(SafetyPlanStore::plan).list();
    }

    /** Refuses when somebody added a version in the same moment. */
    void add(SafetyPlan plan) {
        var steps = plan.steps();
        try {
            db.sql("""
                    insert into assessments.safety_plan (id, client_id, number, language, signs, coping, distraction, people, professionals, surroundings, made_by, made_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(plan.id().value(), plan.clientId().value(), plan.number(), plan.language(), steps.signs(), steps.coping(), steps.distraction(), steps.people(),
                            steps.professionals(), steps.surroundings(), plan.madeBy().value(), plan.madeAt().atOffset(ZoneOffset.UTC)).update();
        } catch (DuplicateKeyException another) {
            throw Refused.conflict("Someone else changed the safety plan just now. Reload it and look again.");
        }
    }

    private static SafetyPlan plan(ResultSet row, int number) throws SQLException {
        return new SafetyPlan(new SafetyPlanId(row.getObject("id", UUID.class)), new ClientId(row.getObject("client_id", UUID.class)), row.getInt("number"), row.getString("language"),
                new SafetyPlan.Steps(row.getString("signs"), row.getString("coping"), row.getString("distraction"), row.getString("people"), row.getString("professionals"),
                        row.getString("surroundings")),
                new AccountId(row.getObject("made_by", UUID.class)), row.getString("made_by_name"), row.getTimestamp("made_at").toInstant());
    }
}
