package org.casebridge.careplans;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.casebridge.kernel.Id;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Signatures, refusals and copies of versions. */
@Repository
class SignatureStore {

    private final JdbcClient db;
    private final Together together;

    SignatureStore(JdbcClient db, Together together) {
        this.db = db;
        this.together = together;
    }

    private static final String SIGNATURE = """
            select s.id, s.client_id, s.plan_id, s.signer, s.name, s.kind, s.strokes, s.document_id, s.words, s.on_day, s.follow_up_on, s.hash, a.name as by, s.noted_at, s.struck_on, s.strike
            from careplans.signature s join access.account a on a.id = s.noted_by
            """;

    Signing.Papers of(CarePlan plan) {
        var client = plan.clientId().value();
        var questions = together.questions();
        var signatures = questions.list(PlanSignature.class, SIGNATURE + "where s.plan_id = ? and s.client_id = ? order by s.noted_at", plan.id().value(), client);
        var copies = questions.list(PlanSignature.Given.class, "select c.how, c.on_day, c.language, a.name as by from careplans.copy c join access.account a on a.id = c.noted_by where c.plan_id = ? and c.client_id = ? order by c.on_day, c.id",
                plan.id().value(), client);
        var words = questions.list((row, _) -> row.getString("words"), "select words from careplans.teach_back where plan_id = ? and client_id = ?", plan.id().value(), client);
        questions.ask();
        return new Signing.Papers(signatures.get(), copies.get(), words.get().stream().findFirst().orElse(""));
    }

    /** Of plans in force whose client agreed by word of mouth and whose signature was to follow by then, and did not. */
    Supplier<List<PlanSignature>> toFollow(Together.Questions questions, UUID[] clients, LocalDate until) {
        return questions.list(PlanSignature.class, SIGNATURE + """
                join careplans.plan p on p.id = s.plan_id and p.status = 'ACTIVE'
                where s.client_id = any(?) and s.kind = 'VERBAL' and s.struck_on is null and s.follow_up_on <= ?
                  and not exists (select from careplans.signature w where w.plan_id = s.plan_id and w.signer = s.signer and w.kind in ('DRAWN', 'TYPED', 'PAPER') and w.struck_on is null)
                """, clients, until);
    }

    void add(CarePlan plan, PlanSignature.Said said, Instant at) {
        db.sql("""
                insert into careplans.signature (id, client_id, plan_id, signer, name, kind, strokes, document_id, words, on_day, follow_up_on, hash, noted_by, noted_at)
                values (:id, :client, :plan, :signer, :name, :kind, :strokes, :document, :words, :on, :followUp, :hash, :by, :at)
                """).param("id", Id.fresh()).param("client", plan.clientId().value()).param("plan", plan.id().value()).param("signer", said.signer().name()).param("name", said.name())
                .param("kind", said.kind().name()).param("strokes", said.strokes()).param("document", said.document(), Types.OTHER).param("words", said.words()).param("on", said.on())
                .param("followUp", said.followUpOn(), Types.DATE).param("hash", said.hash()).param("by", Actor.current().account().value()).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    Optional<PlanSignature> find(ClientId client, UUID id) {
        return db.sql(SIGNATURE + "where s.id = ? and s.client_id = ?").params(id, client.value()).query(PlanSignature.class).optional();
    }

    int strike(ClientId client, UUID id, LocalDate on, String why) {
        return db.sql("update careplans.signature set struck_on = ?, strike = ? where id = ? and client_id = ? and struck_on is null").params(on, why, id, client.value()).update();
    }

    void teachBack(CarePlan plan, String words) {
        db.sql("insert into careplans.teach_back (plan_id, client_id, words) values (?, ?, ?) on conflict (plan_id) do update set words = excluded.words")
                .params(plan.id().value(), plan.clientId().value(), words).update();
    }

    void give(CarePlan plan, Agreement.Copy how, LocalDate on, String language) {
        db.sql("insert into careplans.copy (id, client_id, plan_id, how, on_day, language, noted_by) values (?, ?, ?, ?, ?, ?, ?)")
                .params(Id.fresh(), plan.clientId().value(), plan.id().value(), how.name(), on, language, Actor.current().account().value()).update();
    }
}
