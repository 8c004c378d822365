package org.casebridge.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.casebridge.access.AccountId;
import org.casebridge.caseload.CaseId;
import org.casebridge.caseload.ProgramId;
import org.casebridge.clients.ClientId;
import org.casebridge.codes.NeedCategory;
import org.casebridge.data.Together;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IntakeStore {

    private static final String LINE = """
            select i.*, p.name as client, w.name as taken_by_name, g.name as program, d.name as decided_by_name
            from intake.intake i
            join clients.client p on p.id = i.client_id
            join access.account w on w.id = i.taken_by
            left join caseload.program g on g.id = i.program_id
            left join access.account d on d.id = i.decided_by
            """;

    private static final String OPEN_OF_CLIENT = "select * from intake.intake where client_id = ? and status in ('WAITING', 'WAIT_LISTED') order by received_on limit 1";

    private final JdbcClient db;

    IntakeStore(JdbcClient db) {
        this.db = db;
    }

    Intake get(ClientId client, IntakeId id) {
        return db.sql("select * from intake.intake where id = ? and client_id = ?").params(id.value(), client.value())
                .query(IntakeStore::intake).optional()
                .orElseThrow(() -> Refused.notFound("That request could not be found."));
    }

    /** The newest first. */
    List<IntakeLine> of(ClientId client) {
        return db.sql(LINE + "where i.client_id = ? order by i.received_on desc, i.id desc").param(client.value()).query(IntakeStore::line).list();
    }

    /** Those still to be decided, of everybody within reach, in the order in which they need somebody. */
    OpenIntakes open(Intake.Status status, int most) {
        var order = status == Intake.Status.WAITING ? OpenIntakes.Place.URGENT_FIRST : OpenIntakes.Place.REVIEWED_FIRST;
        var places = db.sql("select id, received_on, urgency, safety, taken_at, review_on from intake.intake where status in ('WAITING', 'WAIT_LISTED') and status = ?")
                .param(status.name()).query(OpenIntakes.Place.class).list();
        var first = places.stream().sorted(order).limit(most).map(OpenIntakes.Place::id).toList();
        var lines = db.sql(LINE + "where i.id = any(?)").param(first.stream().map(IntakeId::value).toArray(UUID[]::new)).query(IntakeStore::line).list();
        return new OpenIntakes(lines.stream().sorted(Comparator.comparingInt(it -> first.indexOf(it.intake().id()))).toList(), places.size());
    }

    Supplier<List<IntakeLine>> openTakenBy(Together.Questions questions, AccountId worker) {
        return questions.list(IntakeStore::line, LINE + "where i.taken_by = ? and i.status in ('WAITING', 'WAIT_LISTED')", worker.value());
    }

    /** Decided after {@code since}, the newest first. */
    List<IntakeLine> decided(Instant since, int most) {
        return db.sql(LINE + "where i.status in ('OPENED', 'REFERRED_ON', 'DECLINED') and i.decided_at > ? order by i.decided_at desc limit ?")
                .params(since.atOffset(ZoneOffset.UTC), most).query(IntakeStore::line).list();
    }

    /** The newest request in which the client speaks. */
    /** None or one: the newest that has the client's own words. */
    Supplier<List<Intake>> voice(Together.Questions questions, ClientId client) {
        return questions.list(IntakeStore::intake, "select * from intake.intake where client_id = ? and own_words <> '' order by received_on desc, id desc limit 1", client.value());
    }

    Optional<Intake> openOf(ClientId client) {
        return db.sql(OPEN_OF_CLIENT).param(client.value()).query(IntakeStore::intake).optional();
    }

    /** None or one. */
    Supplier<List<Intake>> openOf(Together.Questions questions, ClientId client) {
        return questions.list(IntakeStore::intake, OPEN_OF_CLIENT, client.value());
    }

    /** What is still to be decided for these clients. */
    List<IntakeLine> openOf(List<ClientId> clients) {
        return db.sql(LINE + "where i.client_id = any (?) and i.status in ('WAITING', 'WAIT_LISTED')")
                .param(clients.stream().map(ClientId::value).toArray(UUID[]::new)).query(IntakeStore::line).list();
    }

    void add(Intake intake) {
        var asked = intake.request();
        db.sql("""
                insert into intake.intake (id, client_id, asker, asked_name, asked_phone, came_by, received_on, needs, own_words, situation, urgency,
                                           safety, safety_note, taken_by, taken_at, status, version)
                values (:id, :client, :asker, :askedName, :askedPhone, :cameBy, :receivedOn, :needs, :ownWords, :situation, :urgency,
                        :safety, :safetyNote, :takenBy, :takenAt, :status, :version)
                """)
                .param("id", intake.id().value()).param("client", intake.clientId().value()).param("asker", asked.asker().name())
                .param("askedName", text(asked.askedName())).param("askedPhone", text(asked.askedPhone())).param("cameBy", asked.cameBy().name())
                .param("receivedOn", asked.receivedOn()).param("needs", asked.needs().stream().distinct().map(Enum::name).toArray(String[]::new))
                .param("ownWords", text(asked.ownWords())).param("situation", text(asked.situation())).param("urgency", asked.urgency().name())
                .param("safety", asked.safety().name()).param("safetyNote", text(asked.safetyNote())).param("takenBy", intake.takenBy().value())
                .param("takenAt", intake.takenAt().atOffset(ZoneOffset.UTC)).param("status", intake.status().name()).param("version", intake.version())
                .update();
    }

    void replace(Intake intake) {
        var decision = intake.decision();
        var rows = db.sql("""
                update intake.intake
                set status = :status, decided_at = :at::timestamptz, decided_by = :by::uuid, program_id = :program::uuid, case_id = :case::uuid,
                    review_on = :reviewOn::date, referred_to = :referredTo, decline_reason = :declineReason, why = :why, told = :told, version = version + 1
                where id = :id and version = :version
                """)
                .param("status", intake.status().name()).param("id", intake.id().value()).param("version", intake.version())
                .param("at", decision == null ? null : decision.at().atOffset(ZoneOffset.UTC))
                .param("by", decision == null ? null : decision.by().value())
                .param("program", decision == null || decision.program() == null ? null : decision.program().value())
                .param("case", decision == null || decision.caseId() == null ? null : decision.caseId().value())
                .param("reviewOn", decision == null ? null : decision.reviewOn())
                .param("referredTo", decision == null ? null : decision.referredTo())
                .param("declineReason", decision == null || decision.declineReason() == null ? null : decision.declineReason().name())
                .param("why", decision == null ? null : text(decision.why()))
                .param("told", decision == null ? null : text(decision.told()))
                .update();
        if (rows == 0) {
            throw Refused.conflict("Someone else decided on this request just now. Reload it and look again.");
        }
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static IntakeLine line(ResultSet row, int number) throws SQLException {
        return new IntakeLine(intake(row, number), row.getString("client"), row.getString("taken_by_name"), row.getString("program"), row.getString("decided_by_name"));
    }

    private static Intake intake(ResultSet row, int number) throws SQLException {
        var needs = Arrays.stream((String[]) row.getArray("needs").getArray()).map(NeedCategory::valueOf).toList();
        var request = new HelpRequest(HelpRequest.Asker.valueOf(row.getString("asker")), row.getString("asked_name"), row.getString("asked_phone"),
                HelpRequest.CameBy.valueOf(row.getString("came_by")), row.getObject("received_on", LocalDate.class), needs, row.getString("own_words"),
                row.getString("situation"), HelpRequest.Urgency.valueOf(row.getString("urgency")), HelpRequest.Safety.valueOf(row.getString("safety")),
                row.getString("safety_note"));
        return new Intake(new IntakeId(row.getObject("id", UUID.class)), new ClientId(row.getObject("client_id", UUID.class)), request,
                new AccountId(row.getObject("taken_by", UUID.class)), row.getTimestamp("taken_at").toInstant(),
                Intake.Status.valueOf(row.getString("status")), decision(row), row.getInt("version"));
    }

    private static Intake.@Nullable Decision decision(ResultSet row) throws SQLException {
        if (row.getObject("decided_at") == null) {
            return null;
        }
        var program = row.getObject("program_id", UUID.class);
        var file = row.getObject("case_id", UUID.class);
        var reason = row.getString("decline_reason");
        return new Intake.Decision(row.getTimestamp("decided_at").toInstant(), new AccountId(row.getObject("decided_by", UUID.class)),
                program == null ? null : new ProgramId(program), file == null ? null : new CaseId(file), row.getObject("review_on", LocalDate.class),
                row.getString("referred_to"), reason == null ? null : Intake.DeclineReason.valueOf(reason), row.getString("why"), row.getString("told"));
    }
}
