package org.casebridge.assessments;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.casebridge.access.Actor;
import org.casebridge.caseload.ProgramId;
import org.casebridge.caseload.Programs;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A supervisor's look at completed assessments: at critical answers always, at others where a programme asks for it; never at one's own. */
@Service
@Transactional
public class Approvals {

    private final JdbcClient db;
    private final AssessmentStore store;
    private final Instruments instruments;
    private final Programs programs;
    private final Story story;
    private final Clock clock;

    Approvals(JdbcClient db, AssessmentStore store, Instruments instruments, Programs programs, Story story, Clock clock) {
        this.db = db;
        this.store = store;
        this.instruments = instruments;
        this.programs = programs;
        this.story = story;
        this.clock = clock;
    }

    /** The instruments with which a programme asks for it. */
    @Transactional(readOnly = true)
    public List<String> askedBy(ProgramId program) {
        return db.sql("select instrument from assessments.approval_rule where program_id = ? order by instrument").param(programs.get(program).id().value()).query(String.class).list();
    }

    /** From now on with these and no others; what is completed already stays as it was asked. */
    public void ask(ProgramId program, Set<String> wanted) {
        var before = askedBy(program);
        wanted.forEach(instruments::get);
        before.stream().filter(it -> !wanted.contains(it)).forEach(it ->
                db.sql("delete from assessments.approval_rule where program_id = ? and instrument = ?").params(program.value(), it).update());
        wanted.stream().filter(it -> !before.contains(it)).forEach(it ->
                db.sql("insert into assessments.approval_rule (program_id, instrument, set_by, set_at) values (?, ?, ?, ?)")
                        .params(program.value(), it, Actor.current().account().value(), clock.instant().atOffset(ZoneOffset.UTC)).update());
    }

    /** Whether a programme in which the client's case is open asks for it. */
    boolean asked(ClientId client, String instrument) {
        return db.sql("""
                select exists (select from caseload.case_file f join assessments.approval_rule r on r.program_id = f.program_id
                               where f.client_id = ? and f.status = 'OPEN' and r.instrument = ?)
                """).params(client.value(), instrument).query(Boolean.class).single();
    }

    /** Says that a supervisor knows of a critical answer; from then on the record names who and when. Refuses what is not critical, one's own, and a second time. */
    public void acknowledge(ClientId client, AssessmentId id) {
        var one = store.get(client, id).assessment();
        if (one.draft() || !one.critical()) {
            throw Refused.conflict("There is no critical answer in this.");
        }
        if (one.assessor().equals(Actor.current().account())) {
            throw Refused.forbidden("You completed this yourself. Another supervisor acknowledges it.");
        }
        if (!store.acknowledge(one, clock.instant(), Actor.current().account())) {
            throw Refused.conflict("A supervisor acknowledged it already.");
        }
        story.tell(client, clock.instant(), StoryKind.ASSESSMENT, Sentence.of("Known to the supervisor: {instrument}", Telling.titled(instruments.get(one.instrument()))), Sentence.of("by {name}", Actor.current().name()), one.path());
    }

    /** Approves or returns. Refuses one's own, what asks for none or has its answer, and a return without a word on what is missing. */
    public void answer(ClientId client, AssessmentId id, Approval.Verdict verdict, String words) {
        var line = store.get(client, id);
        if (line.assessment().draft() || !line.assessment().asksApproval()) {
            throw Refused.conflict("Nobody asked for this to be approved.");
        }
        if (!line.waits()) {
            throw Refused.conflict("This was approved, returned or corrected already.");
        }
        if (line.assessment().assessor().equals(Actor.current().account())) {
            throw Refused.forbidden("You completed this yourself. Another supervisor looks at it.");
        }
        if (verdict == Approval.Verdict.RETURNED && words.isBlank()) {
            throw Refused.invalid("Write what is missing or to be put right.").at("comment");
        }
        db.sql("insert into assessments.approval (assessment_id, client_id, verdict, words, by, at) values (?, ?, ?, ?, ?, ?)")
                .params(id.value(), client.value(), verdict.name(), words.strip(), Actor.current().account().value(), clock.instant().atOffset(ZoneOffset.UTC)).update();
        var title = Telling.titled(instruments.get(line.assessment().instrument()));
        story.tell(client, clock.instant(), StoryKind.ASSESSMENT, verdict == Approval.Verdict.APPROVED ? Sentence.of("Approved: {instrument}", title) : Sentence.of("Returned: {instrument}", title),
                words.isBlank() ? Sentence.of("by {name}", Actor.current().name()) : Sentence.of("{words} · by {name}", words.strip(), Actor.current().name()), line.assessment().path());
    }
}
