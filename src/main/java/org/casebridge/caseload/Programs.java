package org.casebridge.caseload;

import java.util.List;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The agency's own programmes, in which clients are enrolled. */
@Service
@Transactional
public class Programs {

    private static final String PROGRAM = "select id, name, cadence_days, part2, shared, closed_on from caseload.program ";

    private final JdbcClient db;

    Programs(JdbcClient db) {
        this.db = db;
    }

    /** The open ones of the acting person's agency, by name. */
    @Transactional(readOnly = true)
    public List<Program> all() {
        return everyOne().stream().filter(it -> it.closedOn() == null).toList();
    }

    /** The closed ones too, after the open ones. */
    List<Program> everyOne() {
        return db.sql(PROGRAM + "where agency_id = ? order by closed_on is not null, name").param(Actor.current().agency().value()).query(Program.class).list();
    }

    /** Those whose cases the acting person may open: one under Part 2 is for its own people. */
    @Transactional(readOnly = true)
    public List<Program> mine() {
        return all().stream().filter(this::within).toList();
    }

    private boolean within(Program program) {
        return !program.part2() || db.sql("select exists (select from access.segment_member where account_id = ? and segment = ?)")
                .params(Actor.current().account().value(), program.id().value()).query(Boolean.class).single();
    }

    /** Refuses a closed one, and one that keeps its records to its own people, when the acting person is none of them. */
    @Transactional(readOnly = true)
    public Program enter(ProgramId id) {
        var program = get(id);
        if (program.closedOn() != null) {
            throw Refused.conflict("{program} is closed.", program.name()).at("program");
        }
        if (!within(program)) {
            throw Refused.forbidden("{program} keeps its records under 42 CFR Part 2: only its own people can open a case in it.", program.name());
        }
        return program;
    }

    @Transactional(readOnly = true)
    public Program get(ProgramId id) {
        return db.sql(PROGRAM + "where id = ? and agency_id = ?")
                .params(id.value(), Actor.current().agency().value()).query(Program.class).optional()
                .orElseThrow(() -> Refused.notFound("That programme could not be found."));
    }

    /** Refuses a cadence outside 1 to 365 days. */
    public ProgramId add(String name, int cadenceDays) {
        return add(name, cadenceDays, false);
    }

    /** {@code part2}: it treats substance use disorders and is federally assisted (42 CFR 2.11, 2.12). Rows are labelled when written; {@link ProgramDesk} says it later. */
    public ProgramId add(String name, int cadenceDays, boolean part2) {
        if (cadenceDays < 1 || cadenceDays > 365) {
            throw Refused.invalid("A contact is due after 1 to 365 days.").at("cadenceDays");
        }
        var id = ProgramId.next();
        db.sql("insert into caseload.program (id, agency_id, name, cadence_days, part2) values (?, ?, ?, ?, ?)")
                .params(id.value(), Actor.current().agency().value(), name, cadenceDays, part2).update();
        return id;
    }
}
