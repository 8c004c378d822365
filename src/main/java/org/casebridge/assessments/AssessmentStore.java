package org.casebridge.assessments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class AssessmentStore {

    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private static final String LINE = """
            select a.*, w.name as assessor_name, c.id as corrected_by, f.at as followed_up_at, f.words as follow_up, b.name as follow_up_by,
                   v.verdict, v.words as verdict_words, v.at as verdict_at, vb.name as verdict_by, k.at as known_at, kb.name as known_by
            from assessments.assessment a
            join access.account w on w.id = a.assessor
            left join assessments.assessment c on c.corrects = a.id and c.status = 'COMPLETED'
            left join assessments.follow_up f on f.assessment_id = a.id
            left join access.account b on b.id = f.by
            left join assessments.approval v on v.assessment_id = a.id
            left join access.account vb on vb.id = v.by
            left join assessments.acknowledgement k on k.assessment_id = a.id
            left join access.account kb on kb.id = k.by
            """;

    /** The newest that counts of an instrument is critical. */
    static final String CRITICAL = """
            a.critical and a.status = 'COMPLETED'
            and not exists (select from assessments.assessment l where l.client_id = a.client_id and l.status = 'COMPLETED'
                            and (l.corrects = a.id or l.instrument = a.instrument and l.score is not null and (l.assessed_on, l.completed_at) > (a.assessed_on, a.completed_at)))
            """;

    /** And nobody followed it up. */
    static final String UNSAFE = CRITICAL + "and not exists (select from assessments.follow_up f where f.assessment_id = a.id)\n";

    private static final String COUNTING = """
            select a.* from assessments.assessment a
            where a.client_id = ? and a.instrument = ? and a.status = 'COMPLETED'
              and not exists (select from assessments.assessment c where c.corrects = a.id and c.status = 'COMPLETED')
            order by a.assessed_on, a.completed_at
            """;

    private static final String UNSAFE_OF_CLIENT = "select a.* from assessments.assessment a where a.client_id = ? and " + UNSAFE + " order by a.assessed_on desc limit 1";

    private final JdbcClient db;
    private final JsonMapper json;

    AssessmentStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    AssessmentLine get(ClientId client, AssessmentId id) {
        return db.sql(LINE + "where a.id = ? and a.client_id = ?").params(id.value(), client.value()).query(this::line).optional()
                .orElseThrow(() -> Refused.notFound("That assessment could not be found."));
    }

    /** Drafts first, then the newest. */
    List<AssessmentLine> of(ClientId client) {
        return db.sql(LINE + "where a.client_id = ? order by a.status = 'DRAFT' desc, a.assessed_on desc, a.started_at desc").param(client.value()).query(this::line).list();
    }

    /** Those that count, the oldest first. */
    List<Assessment> counting(ClientId client, String instrument) {
        return db.sql(COUNTING).params(client.value(), instrument).query(this::assessment).list();
    }

    Supplier<List<Assessment>> counting(Together.Questions questions, ClientId client, String instrument) {
        return questions.list(this::assessment, COUNTING, client.value(), instrument);
    }

    /** Those with a score that count, of all instruments, the oldest first. */
    List<Assessment> scored(ClientId client) {
        return db.sql("""
                select a.* from assessments.assessment a
                where a.client_id = ? and a.status = 'COMPLETED' and a.score is not null
                  and not exists (select from assessments.assessment c where c.corrects = a.id and c.status = 'COMPLETED')
                order by a.assessed_on, a.completed_at
                """)
                .param(client.value()).query(this::assessment).list();
    }

    /** One's own draft of an instrument that corrects nothing. */
    Optional<Assessment> draft(ClientId client, String instrument, AccountId assessor) {
        return db.sql("select * from assessments.assessment where client_id = ? and instrument = ? and assessor = ? and status = 'DRAFT' and corrects is null order by started_at desc limit 1")
                .params(client.value(), instrument, assessor.value()).query(this::assessment).optional();
    }

    Optional<Assessment> unsafe(ClientId client) {
        return db.sql(UNSAFE_OF_CLIENT).param(client.value()).query(this::assessment).optional();
    }

    /** None or one. */
    Supplier<List<Assessment>> unsafe(Together.Questions questions, ClientId client) {
        return questions.list(this::assessment, UNSAFE_OF_CLIENT, client.value());
    }

    void add(Assessment one) {
        db.sql("""
                insert into assessments.assessment (id, client_id, instrument, version, status, stage, mode, language, interpreter, present, assessed_on, assessor, started_at, corrects, answers)
                values (:id, :client, :instrument, :version, :status, :stage, :mode, :language, :interpreter, :present, :assessedOn, :assessor, :startedAt, :corrects::uuid, :answers::jsonb)
                """)
                .params(fields(one)).update();
    }

    /** Refuses when somebody completed it in the meantime. */
    void replace(Assessment one) {
        var rows = db.sql("""
                update assessments.assessment
                set status = :status, stage = :stage, mode = :mode, language = :language, interpreter = :interpreter, present = :present, assessed_on = :assessedOn, assessor = :assessor,
                    completed_at = :completedAt::timestamptz, answers = :answers::jsonb, score = :score::integer, critical = :critical, safety_note = :safetyNote, cut_off = :cutOff::uuid, asks_approval = :asksApproval
                where id = :id and client_id = :client and status = 'DRAFT'
                """)
                .params(fields(one)).update();
        if (rows == 0) {
            throw Refused.conflict("Someone else completed this assessment just now. Reload it and look again.");
        }
    }

    /** One after the other: until this transaction ends nobody else writes in this draft. */
    void lock(ClientId client, AssessmentId draft) {
        db.sql("select id from assessments.assessment where id = ? and client_id = ? for update").params(draft.value(), client.value()).query().listOfRows();
    }

    /** Who last wrote which field of a draft. */
    Map<String, DraftFields.Touch> touched(Assessment draft) {
        var touched = new java.util.HashMap<String, DraftFields.Touch>();
        db.sql("""
                select t.key as field, a.id, a.name, (t.value ->> 'at')::timestamptz as at
                from assessments.assessment s cross join lateral jsonb_each(s.touched) t join access.account a on a.id = (t.value ->> 'by')::uuid
                where s.id = ? and s.client_id = ?
                """)
                .params(draft.id().value(), draft.clientId().value())
                .query((row, number) -> touched.put(row.getString("field"), new DraftFields.Touch(new AccountId(row.getObject("id", UUID.class)), row.getString("name"), row.getTimestamp("at").toInstant()))).list();
        return touched;
    }

    void touch(Assessment draft, List<String> fields, AccountId by, Instant at) {
        var touched = json.createObjectNode();
        fields.forEach(it -> touched.putObject(it).put("by", by.text()).put("at", at.toString()));
        db.sql("update assessments.assessment set touched = touched || ?::jsonb where id = ? and client_id = ? and status = 'DRAFT'")
                .params(json.writeValueAsString(touched), draft.id().value(), draft.clientId().value()).update();
    }

    void discard(Assessment draft) {
        db.sql("delete from assessments.assessment where id = ? and client_id = ? and status = 'DRAFT'").params(draft.id().value(), draft.clientId().value()).update();
    }

    void followUp(Assessment one, Instant at, AccountId by, String words) {
        db.sql("insert into assessments.follow_up (assessment_id, client_id, at, by, words) values (?, ?, ?, ?, ?)")
                .params(one.id().value(), one.clientId().value(), at.atOffset(ZoneOffset.UTC), by.value(), words).update();
    }

    /** Whether this was the first time. */
    boolean acknowledge(Assessment one, Instant at, AccountId by) {
        return db.sql("insert into assessments.acknowledgement (assessment_id, client_id, by, at) values (?, ?, ?, ?) on conflict do nothing")
                .params(one.id().value(), one.clientId().value(), by.value(), at.atOffset(ZoneOffset.UTC)).update() > 0;
    }

    private Map<String, @Nullable Object> fields(Assessment one) {
        var fields = new java.util.HashMap<String, @Nullable Object>();
        fields.put("id", one.id().value());
        fields.put("client", one.clientId().value());
        fields.put("instrument", one.instrument());
        fields.put("version", one.version());
        fields.put("status", one.status().name());
        fields.put("stage", one.about().stage().name());
        fields.put("mode", one.about().mode().name());
        fields.put("language", one.about().language());
        fields.put("interpreter", one.about().interpreter().name());
        fields.put("present", one.about().present());
        fields.put("assessedOn", one.about().assessedOn());
        fields.put("assessor", one.assessor().value());
        fields.put("startedAt", one.startedAt().atOffset(ZoneOffset.UTC));
        fields.put("completedAt", one.completedAt() == null ? null : one.completedAt().atOffset(ZoneOffset.UTC));
        fields.put("corrects", one.corrects() == null ? null : one.corrects().value());
        fields.put("answers", json.writeValueAsString(one.answers().byItem()));
        fields.put("score", one.score());
        fields.put("critical", one.critical());
        fields.put("safetyNote", one.safetyNote());
        fields.put("cutOff", one.cutOff());
        fields.put("asksApproval", one.asksApproval());
        return fields;
    }

    private AssessmentLine line(ResultSet row, int number) throws SQLException {
        var corrected = row.getObject("corrected_by", UUID.class);
        return new AssessmentLine(assessment(row, number), row.getString("assessor_name"), corrected == null ? null : new AssessmentId(corrected),
                instant(row.getTimestamp("followed_up_at")), row.getString("follow_up"), row.getString("follow_up_by"),
                row.getString("verdict") == null ? null : new Approval(Approval.Verdict.valueOf(row.getString("verdict")), row.getString("verdict_words"), row.getString("verdict_by"),
                        row.getTimestamp("verdict_at").toInstant()),
                instant(row.getTimestamp("known_at")), row.getString("known_by"));
    }

    Assessment assessment(ResultSet row, int number) throws SQLException {
        var corrects = row.getObject("corrects", UUID.class);
        return new Assessment(new AssessmentId(row.getObject("id", UUID.class)), new ClientId(row.getObject("client_id", UUID.class)), row.getString("instrument"),
                row.getString("version"), Assessment.Status.valueOf(row.getString("status")),
                new Assessment.About(Assessment.Stage.valueOf(row.getString("stage")), row.getObject("assessed_on", LocalDate.class),
                        Assessment.Mode.valueOf(row.getString("mode")), row.getString("language"),
                        Assessment.Interpreter.valueOf(row.getString("interpreter")), row.getString("present")),
                new AccountId(row.getObject("assessor", UUID.class)), row.getTimestamp("started_at").toInstant(), instant(row.getTimestamp("completed_at")),
                corrects == null ? null : new AssessmentId(corrects), new Answers(json.readValue(row.getString("answers"), ANSWERS)),
                (Integer) row.getObject("score"), row.getBoolean("critical"), row.getString("safety_note"), row.getObject("cut_off", UUID.class), row.getBoolean("asks_approval"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
