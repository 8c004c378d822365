package org.casebridge.advocacy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.casebridge.data.Row;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IssueStore {

    static final int MOST = 100;

    private static final String LINE = """
            select i.id, i.client_id, c.name as client, i.worker, w.name as worker_name, i.name, i.about, i.asked_on, i.answer_due, i.due_basis, i.result, i.result_on,
                (select max(s.day) from advocacy.step s where s.issue_id = i.id) as last_step
            from advocacy.issue i
            join clients.client c on c.id = i.client_id
            join access.account w on w.id = i.worker
            """;

    private final JdbcClient db;

    IssueStore(JdbcClient db) {
        this.db = db;
    }

    Issue get(ClientId client, IssueId id) {
        return db.sql("select * from advocacy.issue where id = ? and client_id = ?").params(id.value(), client.value())
                .query(Issue.class).optional()
                .orElseThrow(() -> Refused.notFound("That issue could not be found."));
    }

    List<IssueLine> of(ClientId client) {
        return db.sql(LINE + "where i.client_id = ? order by i.result is not null, i.result_on desc, i.answer_due, i.asked_on, i.id")
                .param(client.value()).query(IssueLine.class).list();
    }

    List<IssueLine> openOf(AccountId worker) {
        return db.sql(LINE + "where i.worker = ? and i.result is null order by i.answer_due, i.asked_on, i.id")
                .param(worker.value()).query(IssueLine.class).list();
    }

    /** The same, asked together with others. */
    Supplier<List<IssueLine>> openOf(Together.Questions questions, AccountId worker) {
        return questions.list(IssueLine.class, LINE + "where i.worker = ? and i.result is null order by i.answer_due, i.asked_on, i.id", worker.value());
    }

    List<IssueLine> openOfAll() {
        return db.sql(LINE + "where i.result is null order by i.answer_due, i.asked_on, i.id limit ?")
                .param(MOST).query(IssueLine.class).list();
    }

    List<IssueStep> steps(ClientId client, IssueId issue) {
        return db.sql("""
                select s.id, s.day, s.how, s.words, w.name as by
                from advocacy.step s join access.account w on w.id = s.written_by
                where s.issue_id = ? and s.client_id = ?
                order by s.day desc, s.id desc
                """)
                .params(issue.value(), client.value()).query(IssueStep.class).list();
    }

    void add(Issue issue) {
        db.sql("""
                insert into advocacy.issue (id, client_id, worker, party, name, person, phone, about, asked, asked_on, answer_due, due_basis, backed_by, goal_id,
                    result, result_on, result_words, version)
                values (:id, :clientId, :worker, :party, :name, :person, :phone, :about, :asked, :askedOn, :answerDue, :dueBasis, :backedBy, :goalId,
                    :result, :resultOn, :resultWords, :version)
                """)
                .paramSource(Row.of(issue)).update();
    }

    void replace(Issue issue) {
        var rows = db.sql("""
                update advocacy.issue
                set party = :party, name = :name, person = :person, phone = :phone, about = :about, asked = :asked, asked_on = :askedOn,
                    answer_due = :answerDue, due_basis = :dueBasis, backed_by = :backedBy, goal_id = :goalId,
                    result = :result, result_on = :resultOn, result_words = :resultWords, version = :version + 1
                where id = :id and version = :version
                """)
                .paramSource(Row.of(issue)).update();
        if (rows == 0) {
            throw Refused.conflict("Someone else changed this issue meanwhile. Look at it again; if yours still holds, save once more.");
        }
    }

    void addStep(Issue issue, LocalDate day, IssueStep.How how, String words) {
        db.sql("insert into advocacy.step (id, issue_id, client_id, day, how, words, written_by) values (?, ?, ?, ?, ?, ?, ?)")
                .params(Id.fresh(), issue.id().value(), issue.clientId().value(), day, how.name(), words, Actor.current().account().value())
                .update();
    }

    void handOver(ClientId client, AccountId from, AccountId to) {
        db.sql("update advocacy.issue set worker = ?, version = version + 1 where client_id = ? and worker = ? and result is null")
                .params(to.value(), client.value(), from.value()).update();
    }
}
