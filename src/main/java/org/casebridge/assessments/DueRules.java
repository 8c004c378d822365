package org.casebridge.assessments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.caseload.ProgramId;
import org.casebridge.caseload.Programs;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which assessments each programme asks for, and what is due by that. */
@Service
@Transactional
public class DueRules {

    /** So long after a case closed its rules still ask. */
    private static final int AFTER = 400;

    private static final String DUE = """
            select r.*, s.name as set_by_name, f.client_id, c.name as client, p.name as program, f.opened_on, f.closed_on, l.last, l.at_stage
            from caseload.case_file f
            join caseload.program p on p.id = f.program_id
            join clients.client c on c.id = f.client_id
            join assessments.due_rule r on r.program_id = f.program_id and r.ended_on is null
            join access.account s on s.id = r.set_by
            left join lateral (
                select max(a.assessed_on) as last, max(a.assessed_on) filter (where a.stage = r.stage) as at_stage
                from assessments.assessment a
                where a.client_id = f.client_id and a.instrument = r.instrument and a.status = 'COMPLETED'
                  and not exists (select from assessments.assessment n where n.corrects = a.id and n.status = 'COMPLETED')) l on true
            where not exists (select from assessments.form_withdrawal w where r.instrument = 'own-' || w.form_id and w.ended_at is null)
              and (f.status = 'OPEN' and r.counts_from <> 'CLOSED' or f.status = 'CLOSED' and r.counts_from = 'CLOSED' and f.closed_on >= ?)
            """;

    private final JdbcClient db;
    private final Instruments instruments;
    private final Programs programs;
    private final Clock clock;

    DueRules(JdbcClient db, Instruments instruments, Programs programs, Clock clock) {
        this.db = db;
        this.instruments = instruments;
        this.programs = programs;
        this.clock = clock;
    }

    /** Those that hold, by instrument and stage; then those that ended, the newest first. */
    @Transactional(readOnly = true)
    public List<DueRule> of(ProgramId program) {
        return db.sql("select r.*, a.name as set_by_name from assessments.due_rule r join access.account a on a.id = r.set_by where r.program_id = ? order by r.ended_on desc nulls first, r.instrument, r.stage, r.set_at desc")
                .param(programs.get(program).id().value()).query(DueRules::rule).list();
    }

    /** Refuses a second one for the same instrument, stage and count, a first day that is past, and days that cannot be. */
    public void add(ProgramId program, String instrument, Assessment.Stage stage, DueRule.From from, int days, LocalDate appliesFrom, String basis) {
        instruments.get(instrument);
        if (appliesFrom.isBefore(today())) {
            throw Refused.invalid("A rule never reaches back. Choose today or a day to come.").at("appliesFrom");
        }
        if (from == DueRule.From.LAST && days == 0) {
            throw Refused.invalid("After the last one it is at least one day.").at("days");
        }
        if (of(program).stream().anyMatch(it -> it.endedOn() == null && it.instrument().equals(instrument) && it.stage() == stage && it.from() == from)) {
            throw Refused.invalid("There is such a rule already. End that one first.").at("stage");
        }
        db.sql("insert into assessments.due_rule (id, program_id, instrument, stage, counts_from, days, applies_from, basis, set_by, set_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Id.fresh(), program.value(), instrument, stage.name(), from.name(), days, appliesFrom, basis.strip(), Actor.current().account().value(), clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    /** From today on it asks for nothing more. */
    public void end(ProgramId program, UUID rule) {
        int ended = db.sql("update assessments.due_rule set ended_on = ? where id = ? and program_id = ? and ended_on is null").params(today(), rule, programs.get(program).id().value()).update();
        if (ended == 0) {
            throw Refused.notFound("That rule could not be found among those that hold.");
        }
    }

    /** All that a client's programmes ask for, also what is far away; the first due on top. */
    @Transactional(readOnly = true)
    public List<DueAssessment> of(ClientId client) {
        return db.sql(DUE + "and f.client_id = ?").params(today().minusDays(AFTER), client.value()).query(this::due).list().stream().flatMap(Optional::stream)
                .sorted(Comparator.comparing(DueAssessment::on)).toList();
    }

    /** What the people of a worker's cases are due for until the end of a day. */
    Supplier<List<DueAssessment>> until(Together.Questions questions, AccountId worker, LocalDate day) {
        var due = questions.list(this::due, DUE + "and f.worker = ?", today().minusDays(AFTER), worker.value());
        return () -> due.get().stream().flatMap(Optional::stream).filter(it -> !it.on().isAfter(day)).toList();
    }

    private Optional<DueAssessment> due(ResultSet row, int number) throws SQLException {
        var rule = rule(row, number);
        var facts = new DueRule.Facts(row.getObject("opened_on", LocalDate.class), row.getObject("closed_on", LocalDate.class), row.getObject("last", LocalDate.class), row.getObject("at_stage", LocalDate.class));
        var program = row.getString("program");
        var client = new ClientId(row.getObject("client_id", UUID.class));
        var name = row.getString("client");
        return instruments.find(rule.instrument()).flatMap(it -> rule.due(facts).map(on -> new DueAssessment(client, name, it, rule.stage(), on, rule.why(facts, program))));
    }

    private static DueRule rule(ResultSet row, int number) throws SQLException {
        return new DueRule(row.getObject("id", UUID.class), new ProgramId(row.getObject("program_id", UUID.class)), row.getString("instrument"), Assessment.Stage.valueOf(row.getString("stage")),
                DueRule.From.valueOf(row.getString("counts_from")), row.getInt("days"), row.getObject("applies_from", LocalDate.class), row.getObject("ended_on", LocalDate.class),
                row.getString("basis"), row.getString("set_by_name"), row.getTimestamp("set_at").toInstant());
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
