package org.casebridge.assessments;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answers to a form of an agency while it is a draft, each as it was given. */
@Repository
class GivenStore {

    /** Of each place the newest answer, in the order of the key: however often something was changed, what was said before is passed over and not read as text. */
    private static final String NEWEST = """
            select n.place, n.revision, case when n.place like '#%%' then n.value #>> '{}' else n.value::text end as value, n.by, a.name, n.at
            from (select distinct on (place) place, revision, value, by, at from assessments.given where assessment_id = :draft and client_id = :client %s order by place desc, revision desc) n
            join access.account a on a.id = n.by""";

    private final JdbcClient db;
    private final JdbcTemplate many;

    GivenStore(JdbcClient db, JdbcTemplate many) {
        this.db = db;
        this.many = many;
    }

    AnswerLog of(Assessment draft) {
        return of(draft, 0);
    }

    /** What stands now, and what stood as of revision {@code base}: of each place the newest answer, and the newest up to then. */
    AnswerLog of(Assessment draft, long base) {
        var asked = db.sql((base == 0 ? NEWEST.formatted("") : "(" + NEWEST.formatted("") + ") union (" + NEWEST.formatted("and revision <= :base") + ")") + " order by revision");
        return new AnswerLog((base == 0 ? asked : asked.param("base", base)).param("draft", draft.id().value()).param("client", draft.clientId().value())
                .query((row, number) -> new AnswerLog.Entry(row.getString("place"), row.getLong("revision"), row.getString("value"), new AccountId(row.getObject("by", UUID.class)), row.getString("name"), row.getTimestamp("at").toInstant())).list());
    }

    /** One after the other: until this transaction ends nobody else answers here. */
    void lock(ClientId client, AssessmentId draft) {
        db.sql("select id from assessments.assessment where id = ? and client_id = ? for update").params(draft.value(), client.value()).query().listOfRows();
    }

    void add(Assessment draft, long revision, Map<String, @Nullable String> changes, AccountId by, Instant at) {
        many.batchUpdate("insert into assessments.given (assessment_id, client_id, place, revision, value, by, at) values (?, ?, ?, ?, ?::jsonb, ?, ?)",
                changes.entrySet().stream().map(it -> new @Nullable Object[] {draft.id().value(), draft.clientId().value(), it.getKey(), revision, it.getValue(), by.value(), at.atOffset(ZoneOffset.UTC)}).toList());
    }

    void clear(Assessment done) {
        db.sql("delete from assessments.given where assessment_id = ? and client_id = ?").params(done.id().value(), done.clientId().value()).update();
    }
}
