package org.casebridge.caseload;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Row;
import org.casebridge.data.Together;
import org.casebridge.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CaseStore {

    private static final String LINE = """
            select c.id, c.client_id, p.name as client, g.name as program, c.worker, w.name as worker_name, c.status, c.opened_on, c.closed_on,
                c.close_reason, c.achieved, c.left_open, c.previous
            from caseload.case_file c
            join clients.client p on p.id = c.client_id
            join caseload.program g on g.id = c.program_id
            join access.account w on w.id = c.worker
            """;

    private static final String OF_CLIENT = LINE + "where c.client_id = ? order by c.status = 'OPEN' desc, c.opened_on desc, c.id desc";

    private final JdbcClient db;

    CaseStore(JdbcClient db) {
        this.db = db;
    }

    CaseFile get(ClientId client, CaseId id) {
        return db.sql("select * from caseload.case_file where id = ? and client_id = ?").params(id.value(), client.value())
                .query(CaseFile.class).optional()
                .orElseThrow(() -> Refused.notFound("That case could not be found."));
    }

    /** Open ones first, then the newest. */
    List<CaseLine> of(ClientId client) {
        return db.sql(OF_CLIENT).param(client.value()).query(CaseLine.class).list();
    }

    Supplier<List<CaseLine>> of(Together.Questions questions, ClientId client) {
        return questions.list(CaseLine.class, OF_CLIENT, client.value());
    }

    Optional<CaseFile> openOf(ClientId client) {
        return db.sql("select * from caseload.case_file where client_id = ? and status = 'OPEN' order by opened_on desc, id desc limit 1")
                .param(client.value()).query(CaseFile.class).optional();
    }

    boolean isOpen(ClientId client, ProgramId program) {
        return db.sql("select exists (select from caseload.case_file where client_id = ? and program_id = ? and status = 'OPEN')")
                .params(client.value(), program.value()).query(Boolean.class).single();
    }

    boolean goesOn(CaseId id) {
        return db.sql("select exists (select from caseload.case_file where previous = ?)").param(id.value()).query(Boolean.class).single();
    }

    boolean carries(AccountId worker, ClientId client) {
        return db.sql("select exists (select from caseload.case_file where client_id = ? and worker = ?)").params(client.value(), worker.value())
                .query(Boolean.class).single();
    }

    List<CaseLine> openOf(AccountId worker) {
        return db.sql(LINE + "where c.worker = ? and c.status = 'OPEN' order by p.name, c.id").param(worker.value()).query(CaseLine.class).list();
    }

    Supplier<List<CaseLine>> openOf(Together.Questions questions, AccountId worker) {
        return questions.list(CaseLine.class, LINE + "where c.worker = ? and c.status = 'OPEN' order by p.name, c.id", worker.value());
    }

    Load load(AccountId worker) {
        var rows = db.sql("""
                select coalesce(g.name, '') as program, count(distinct c.client_id) as people
                from caseload.case_file c join caseload.program g on g.id = c.program_id
                where c.worker = ? and c.status = 'OPEN'
                group by grouping sets ((g.name), ())
                order by grouping(g.name) desc, people desc, g.name
                """)
                .param(worker.value()).query(Load.InProgram.class).list();
        return new Load(rows.getFirst().people(), rows.subList(1, rows.size()));
    }

    void add(CaseFile file) {
        db.sql("""
                insert into caseload.case_file (id, client_id, program_id, worker, status, opened_on, closed_on, close_reason, achieved, left_open, previous, version)
                values (:id, :clientId, :programId, :worker, :status, :openedOn, :closedOn, :closeReason, :achieved, :leftOpen, :previous, :version)
                """)
                .paramSource(Row.of(file)).update();
    }

    void replace(CaseFile file) {
        var rows = db.sql("""
                update caseload.case_file
                set worker = :worker, status = :status, closed_on = :closedOn, close_reason = :closeReason, achieved = :achieved,
                    left_open = :leftOpen, version = :version + 1
                where id = :id and version = :version
                """)
                .paramSource(Row.of(file)).update();
        if (rows == 0) {
            throw Refused.conflict("Someone else changed this case. Reload it and try again.");
        }
    }
}
