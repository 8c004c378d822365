package org.casebridge.assessments;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.casebridge.kernel.Id;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a completed form of an agency left behind: its response, its scores, and what its answers amount to elsewhere. Written once. */
@Repository
class OutcomeStore {

    private final JdbcClient db;

    OutcomeStore(JdbcClient db) {
        this.db = db;
    }

    void respond(Assessment done, String response) {
        db.sql("insert into assessments.response (assessment_id, client_id, response) values (?, ?, ?::jsonb)").params(done.id().value(), done.clientId().value(), response).update();
    }

    Optional<String> response(Assessment done) {
        return db.sql("select response::text from assessments.response where assessment_id = ? and client_id = ?").params(done.id().value(), done.clientId().value()).query(String.class).optional();
    }

    /** The response to the newest completed one with this instrument. */
    Optional<String> last(Assessment draft) {
        return db.sql("""
                select r.response::text from assessments.response r join assessments.assessment a on a.id = r.assessment_id
                where r.client_id = ? and a.instrument = ? order by a.assessed_on desc, a.completed_at desc limit 1
                """)
                .params(draft.clientId().value(), draft.instrument()).query(String.class).optional();
    }

    void score(Assessment done, List<org.casebridge.questionnaires.CountedScore> scores) {
        for (int i = 0; i < scores.size(); i++) {
            var it = scores.get(i);
            db.sql("insert into assessments.scored (assessment_id, client_id, position, item, name, value, so_far, answered, required) values (?, ?, ?, ?, ?, ?::numeric, ?::numeric, ?, ?)")
                    .params(java.util.Arrays.asList(done.id().value(), done.clientId().value(), i, it.linkId(), it.name().plain(), it.value(), it.soFar(), it.answered(), it.required())).update();
        }
    }

    List<FilledScore> scores(Assessment done) {
        return db.sql("select item, name, value, so_far, answered, required from assessments.scored where assessment_id = ? and client_id = ? order by position")
                .params(done.id().value(), done.clientId().value()).query((row, number) -> new FilledScore(row.getString("item"), row.getString("name"), plain(row.getBigDecimal("value")),
                        plain(row.getBigDecimal("so_far")), row.getInt("answered"), row.getInt("required"))).list();
    }

    void extract(Assessment done, List<Extracted> extracted) {
        extracted.forEach(it -> db.sql("insert into assessments.extracted (id, assessment_id, client_id, kind, what, value, resource) values (?, ?, ?, ?, ?, ?, ?::jsonb)")
                .params(Id.fresh(), done.id().value(), done.clientId().value(), it.kind(), it.what(), it.value(), it.resource()).update());
    }

    List<Extracted> extracted(Assessment done) {
        return db.sql("select kind, what, value, resource::text as resource from assessments.extracted where assessment_id = ? and client_id = ? order by id")
                .params(done.id().value(), done.clientId().value()).query((row, number) -> new Extracted(row.getString("kind"), row.getString("what"), row.getString("value"), row.getString("resource"))).list();
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
