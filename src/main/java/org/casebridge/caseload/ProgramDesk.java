package org.casebridge.caseload;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the administrator says of the agency's programmes: who reaches their people, whether they are under 42 CFR Part 2, whether they are open. */
@Service
@Transactional
public class ProgramDesk {

    private final JdbcClient db;
    private final Programs programs;
    private final Clock clock;

    ProgramDesk(JdbcClient db, Programs programs, Clock clock) {
        this.db = db;
        this.programs = programs;
        this.clock = clock;
    }

    /** Open ones first, by name. */
    @Transactional(readOnly = true)
    public List<Program> all() {
        return programs.everyOne();
    }

    /** How many open cases it has, whoever may see them. */
    @Transactional(readOnly = true)
    public int openCases(ProgramId id) {
        return db.sql("select caseload.open_cases(?)").param(id.value()).query(Integer.class).single();
    }

    /** Whether those under one supervisor reach each other's people. */
    @Transactional(readOnly = true)
    public boolean teamsShare() {
        return db.sql("select team_shared from access.agency where id = ?").param(Actor.current().agency().value()).query(Boolean.class).single();
    }

    public void teamsShare(boolean share) {
        db.sql("update access.agency set team_shared = ? where id = ?").params(share, Actor.current().agency().value()).update();
    }

    /** Whether everybody who works in the programme reaches the people it has open cases of. */
    public void share(ProgramId id, boolean share) {
        db.sql("update caseload.program set shared = ? where id = ?").params(share, programs.get(id).id().value()).update();
    }

    /** Refuses while it has open cases. */
    public void close(ProgramId id) {
        if (programs.get(id).closedOn() != null) {
            throw Refused.conflict("This programme is closed already.");
        }
        int open = openCases(id);
        if (open > 0) {
            throw Refused.conflict("{count, plural, one {1 case is open in it.} other {# cases are open in it.}} Close or move them first.", open);
        }
        db.sql("update caseload.program set closed_on = ? where id = ?").params(LocalDate.now(clock.withZone(Actor.current().zone())), id.value()).update();
    }

    public void reopen(ProgramId id) {
        if (programs.get(id).closedOn() == null) {
            throw Refused.conflict("This programme is open.");
        }
        db.sql("update caseload.program set closed_on = null where id = ?").param(id.value()).update();
    }

    /** What the programme has recorded so far is labelled with it, all in this transaction. */
    public void putUnderPart2(ProgramId id) {
        if (programs.get(id).part2()) {
            throw Refused.conflict("This programme is under Part 2 already.");
        }
        db.sql("update caseload.program set part2 = true where id = ?").param(id.value()).update();
    }

    /** Refuses while anything is labelled as its record: a label does not come off. */
    public void takeFromPart2(ProgramId id) {
        if (!programs.get(id).part2()) {
            throw Refused.conflict("This programme is not under Part 2.");
        }
        if (db.sql("select caseload.labelled(?)").param(id.value()).query(Boolean.class).single()) {
            throw Refused.conflict("Records of this programme are kept under Part 2, and stay so: what a patient was told holds. It stays under Part 2 with them.");
        }
        db.sql("update caseload.program set part2 = false where id = ?").param(id.value()).update();
    }
}
