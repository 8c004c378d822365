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

    private final JdbcClient db;

    Programs(JdbcClient db) {
        this.db = db;
    }

    /** Those of the acting person's agency, by name. */
    @Transactional(readOnly = true)
    public List<Program> all() {
        return db.sql("select id, name, cadence_days from caseload.program where agency_id = ? order by name")
                .param(Actor.current().agency().value()).query(Program.class).list();
    }

    @Transactional(readOnly = true)
    public Program get(ProgramId id) {
        return db.sql("select id, name, cadence_days from caseload.program where id = ? and agency_id = ?")
                .params(id.value(), Actor.current().agency().value()).query(Program.class).optional()
                .orElseThrow(() -> Refused.notFound("That programme could not be found."));
    }

    /** Refuses a cadence outside 1 to 365 days. */
    public ProgramId add(String name, int cadenceDays) {
        if (cadenceDays < 1 || cadenceDays > 365) {
            throw Refused.invalid("A contact is due after 1 to 365 days.").at("cadenceDays");
        }
        var id = ProgramId.next();
        db.sql("insert into caseload.program (id, agency_id, name, cadence_days) values (?, ?, ?, ?)")
                .params(id.value(), Actor.current().agency().value(), name, cadenceDays).update();
        return id;
    }
}
