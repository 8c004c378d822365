package org.casebridge.assessments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What waits for a worker, and for whoever supervises them. */
@Repository
class TeamStore {

    /** Whom the worker supervises; whoever has no supervisor is supervised by everybody in their agency who is one. */
    private static final String TEAM = """
            team as (select w.id, w.name from access.account w
                     left join workforce.worker k on k.id = w.id
                     join access.account me on me.id = ? and me.role = 'SUPERVISOR' and me.agency_id = w.agency_id
                     where w.id <> me.id and coalesce(k.supervisor, me.id) = me.id)
            """;

    private static final String COUNTS = """
            a.status = 'COMPLETED' and a.asks_approval
            and not exists (select from assessments.assessment c where c.corrects = a.id and c.status = 'COMPLETED')
            """;

    private final AssessmentStore assessments;

    TeamStore(AssessmentStore assessments) {
        this.assessments = assessments;
    }

    /** {@code worker} is who carries the case when it is not the reader; {@code open} as long as nobody followed it up, {@code unknown} as long as no supervisor acknowledged it. */
    record Unsafe(Assessment assessment, String client, @Nullable String worker, boolean open, boolean unknown) {}

    private static final String OPEN = """
            select a.*, p.name as client, mine.worker, f.assessment_id is null as open, k.assessment_id is null as unknown from mine
            join assessments.assessment a on a.client_id = mine.client_id
            join clients.client p on p.id = a.client_id
            left join assessments.follow_up f on f.assessment_id = a.id
            left join assessments.acknowledgement k on k.assessment_id = a.id
            where (f.assessment_id is null or mine.worker is not null and k.assessment_id is null) and
            """ + AssessmentStore.CRITICAL;

    private static final String OWN = "with own as (select unnest(?::uuid[]) as client_id union select client_id from assessments.assessment where assessor = ? and critical),\n";

    /**
     * Of these people, whose cases are the worker's, and of those whom the worker asked, until it is followed up; where {@code team} is asked for, of the cases of whom they supervise too, until it is followed
     * up and acknowledged.
     */
    Supplier<List<Unsafe>> unsafe(Together.Questions questions, AccountId worker, List<ClientId> clients, boolean team) {
        var mine = clients.stream().map(ClientId::value).toArray(UUID[]::new);
        return team ? questions.list(this::unsafe, OWN + TEAM + """
                ,
                mine as (select client_id, null::text as worker from own
                         union
                         select f.client_id, t.name from team t join caseload.case_file f on f.worker = t.id and f.status = 'OPEN'
                         where f.client_id not in (select client_id from own))
                """ + OPEN, mine, worker.value(), worker.value()) : questions.list(this::unsafe, OWN + "mine as (select client_id, null::text as worker from own)\n" + OPEN, mine, worker.value());
    }

    private Unsafe unsafe(ResultSet row, int number) throws SQLException {
        return new Unsafe(assessments.assessment(row, number), row.getString("client"), row.getString("worker"), row.getBoolean("open"), row.getBoolean("unknown"));
    }

    /** One to look at, or one that came back: whose it is, and who did it or returned it, with what words. */
    record Looked(Assessment assessment, String client, String name, String words) {}

    /** What those whom the worker supervises completed, and nobody has looked at. */
    Supplier<List<Looked>> toApprove(Together.Questions questions, AccountId worker) {
        return questions.list(this::looked, "with " + TEAM + """
                select a.*, p.name as client, t.name as who, '' as words
                from team t join assessments.assessment a on a.assessor = t.id
                join clients.client p on p.id = a.client_id
                where not exists (select from assessments.approval v where v.assessment_id = a.id) and
                """ + COUNTS, worker.value());
    }

    /** What the worker completed and got back. */
    Supplier<List<Looked>> returned(Together.Questions questions, AccountId worker) {
        return questions.list(this::looked, """
                select a.*, p.name as client, b.name as who, v.words
                from assessments.assessment a
                join assessments.approval v on v.assessment_id = a.id and v.verdict = 'RETURNED'
                join access.account b on b.id = v.by
                join clients.client p on p.id = a.client_id
                where a.assessor = ? and
                """ + COUNTS, worker.value());
    }

    private Looked looked(ResultSet row, int number) throws SQLException {
        return new Looked(assessments.assessment(row, number), row.getString("client"), row.getString("who"), row.getString("words"));
    }
}
