package org.casebridge.intake;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casebridge.access.Actor;
import org.casebridge.caseload.Program;
import org.casebridge.caseload.ProgramId;
import org.casebridge.caseload.Programs;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each programme asks before it takes somebody, the answers to it, and the verdict that follows. */
@Service
@Transactional
public class Eligibility {

    private final JdbcClient db;
    private final Programs programs;
    private final Clock clock;

    Eligibility(JdbcClient db, Programs programs, Clock clock) {
        this.db = db;
        this.programs = programs;
        this.clock = clock;
    }

    /** The questions in use of all programmes of the acting person's agency. */
    @Transactional(readOnly = true)
    public List<EligibilityQuestion> questions() {
        return db.sql("""
                select q.id, q.program_id, q.position, q.words, q.words_es, q.needed, q.otherwise, q.otherwise_es
                from intake.question q join caseload.program p on p.id = q.program_id
                where p.agency_id = ? and q.retired_at is null
                order by p.name, q.position, q.id
                """)
                .param(Actor.current().agency().value()).query(EligibilityQuestion.class).list();
    }

    /** Every programme with its verdict before anything is answered. */
    @Transactional(readOnly = true)
    public List<ProgramVerdict> unanswered() {
        return verdicts(Map.of());
    }

    @Transactional(readOnly = true)
    public List<ProgramVerdict> of(ClientId client, IntakeId intake) {
        var answers = new HashMap<QuestionId, EligibilityAnswer>();
        db.sql("select question_id, answer from intake.answer where intake_id = ? and client_id = ?").params(intake.value(), client.value())
                .query(row -> {
                    answers.put(new QuestionId(row.getObject("question_id", java.util.UUID.class)), EligibilityAnswer.valueOf(row.getString("answer")));
                });
        return verdicts(answers);
    }

    private List<ProgramVerdict> verdicts(Map<QuestionId, EligibilityAnswer> answers) {
        var questions = questions();
        return programs.all().stream().map(program -> {
            var asked = questions.stream().filter(it -> it.programId().equals(program.id())).toList();
            return new ProgramVerdict(program, asked, answers, Verdict.of(asked, answers));
        }).toList();
    }

    /** A later answer takes the place of an earlier one. */
    void keep(ClientId client, IntakeId intake, Map<QuestionId, EligibilityAnswer> answers) {
        answers.forEach((question, answer) -> db.sql("""
                insert into intake.answer (intake_id, client_id, question_id, answer) values (?, ?, ?, ?)
                on conflict (intake_id, question_id) do update set answer = excluded.answer where intake.answer.answer <> excluded.answer
                """)
                .params(intake.value(), client.value(), question.value(), answer.name()).update());
    }

    /** Asks one more question in a programme, after those it asks already. {@code needed} is YES or NO. */
    public QuestionId ask(ProgramId program, String words, @Nullable String wordsEs, EligibilityAnswer needed, String otherwise, @Nullable String otherwiseEs) {
        var asked = ours(program);
        if (needed == EligibilityAnswer.UNKNOWN) {
            throw Refused.invalid("Choose one of the answers offered.").at("needed");
        }
        var id = QuestionId.next();
        db.sql("""
                insert into intake.question (id, program_id, position, words, words_es, needed, otherwise, otherwise_es)
                values (?, ?, (select coalesce(max(position), 0) + 1 from intake.question where program_id = ?), ?, ?, ?, ?, ?)
                """)
                .params(id.value(), asked.id().value(), asked.id().value(), words.strip(), blank(wordsEs), needed.name(), otherwise.strip(), blank(otherwiseEs)).update();
        return id;
    }

    /** From now on it is not asked; what was answered stays. */
    public void retire(QuestionId question) {
        var rows = db.sql("""
                update intake.question set retired_at = ?
                where id = ? and retired_at is null and program_id in (select id from caseload.program where agency_id = ?)
                """)
                .params(clock.instant().atOffset(ZoneOffset.UTC), question.value(), Actor.current().agency().value()).update();
        if (rows == 0) {
            throw Refused.notFound("That question could not be found.");
        }
    }

    private Program ours(ProgramId program) {
        return programs.all().stream().filter(it -> it.id().equals(program)).findFirst()
                .orElseThrow(() -> Refused.invalid("Choose one of the answers offered.").at("program"));
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
