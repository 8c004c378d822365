package org.casebridge.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.data.Row;
import org.casebridge.data.Together;
import org.casebridge.kernel.Refused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FormulaStore {

    private static final String PAUSE = """
            select p.id, p.client_id, c.name as client, p.rule, p.kind, p.reason, p.until_on
            from tasks.pause p left join clients.client c on c.id = p.client_id
            """;

    private final JdbcClient db;
    private final Together together;

    FormulaStore(JdbcClient db, Together together) {
        this.db = db;
        this.together = together;
    }

    Supplier<Formula> current(Together.Questions questions) {
        var found = questions.list(Formula.class, "select * from tasks.formula where agency_id = ? order by version desc limit 1", Actor.current().agency().value());
        return () -> found.get().isEmpty() ? Formula.FIRST : found.get().getFirst();
    }

    Formula current() {
        return together.alone(this::current);
    }

    List<Formulas.Version> versions() {
        return db.sql("""
                select f.version, f.reason, a.name as set_by, f.set_at from tasks.formula f join access.account a on a.id = f.set_by
                where f.agency_id = ? order by f.version desc
                """).param(Actor.current().agency().value()).query(Formulas.Version.class).list();
    }

    void add(Formula formula, String reason, AccountId by, Instant at) {
        try {
            db.sql("""
                    insert into tasks.formula (agency_id, version, safety, law, promise, waiting, rhythm, own, urgent, late, late_day, late_most, today, nearer, risk, reason, set_by, set_at)
                    values (:agency, :version, :safety, :law, :promise, :waiting, :rhythm, :own, :urgent, :late, :lateDay, :lateMost, :today, :nearer, :risk, :reason, :by, :at)
                    """)
                    .paramSource(Row.of(formula, Map.of("agency", Actor.current().agency().value(), "reason", reason, "by", by, "at", at))).update();
        } catch (DuplicateKeyException taken) {
            throw Refused.conflict("Someone else changed the order meanwhile. Look at it again; if yours still holds, save once more.");
        }
    }

    Supplier<List<Pause>> pauses(Together.Questions questions, AccountId worker, LocalDate today) {
        return questions.list(Pause.class, PAUSE + "where p.worker = ? and p.ended_at is null and p.until_on >= ? order by p.until_on, p.id", worker.value(), today);
    }

    void add(Pause pause, AccountId worker, Instant at) {
        db.sql("""
                insert into tasks.pause (id, worker, client_id, rule, kind, reason, until_on, made_at) values (:id, :worker, :clientId, :rule, :kind, :reason, :untilOn, :at)
                """)
                .param("id", pause.id()).param("worker", worker.value()).param("clientId", pause.clientId() == null ? null : pause.clientId().value()).param("rule", pause.rule())
                .param("kind", pause.kind().name()).param("reason", pause.reason()).param("untilOn", pause.untilOn()).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    void end(UUID id, AccountId worker, Instant at) {
        if (db.sql("update tasks.pause set ended_at = ? where id = ? and worker = ? and ended_at is null").params(at.atOffset(ZoneOffset.UTC), id, worker.value()).update() == 0) {
            throw Refused.notFound("Nothing of yours is put off by that.");
        }
    }

    List<RuleLine> rules() {
        return db.sql("""
                select rule, count(*) as created, count(*) filter (where status = 'OPEN') as open, count(*) filter (where status = 'DONE') as done,
                       count(*) filter (where status = 'EXPIRED') as expired, count(*) filter (where status = 'EXEMPTED') as exempted
                from tasks.task where rule is not null group by rule order by rule
                """).query(RuleLine.class).list();
    }
}
