package org.casebridge.workload;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Private check-ins: of the acting person alone, for the acting person alone. The row policy says the same. */
@Service
@Transactional
public class CheckIns {

    private final JdbcClient db;
    private final Clock clock;

    CheckIns(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The acting person's own, the newest first, at most 50. */
    @Transactional(readOnly = true)
    public List<CheckIn> own() {
        return db.sql("select id, at, heavy, rested, someone, words from workload.check_in where worker = ? order by at desc, id desc limit 50").param(me()).query(CheckIn.class).list();
    }

    public void keep(AskOneself said) {
        db.sql("insert into workload.check_in (id, worker, at, heavy, rested, someone, words) values (?, ?, ?, ?, ?, ?, ?)")
                .params(Id.fresh(), me(), clock.instant().atOffset(ZoneOffset.UTC), said.heavy().name(), said.rested().name(), said.someone().name(), said.words() == null ? "" : said.words().strip()).update();
    }

    /** Takes one away for good. */
    public void forget(UUID id) {
        if (db.sql("delete from workload.check_in where id = ? and worker = ?").params(id, me()).update() == 0) {
            throw Refused.notFound("That could not be found.");
        }
    }

    private static UUID me() {
        return Actor.current().account().value();
    }
}
