package org.casebridge.assessments;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The terms of instruments whose words may be held only when the agency has read them: who confirmed it, when, and which text. */
@Service
@Transactional
public class Terms {

    private final JdbcClient db;
    private final Instruments instruments;
    private final Clock clock;

    Terms(JdbcClient db, Instruments instruments, Clock clock) {
        this.db = db;
        this.instruments = instruments;
        this.clock = clock;
    }

    public record Confirmed(String textRead, String name, Instant at) {}

    @Transactional(readOnly = true)
    public Optional<Confirmed> of(String instrument) {
        return db.sql("select t.*, a.name from assessments.terms t join access.account a on a.id = t.confirmed_by where t.agency_id = ? and t.instrument = ?")
                .params(Actor.current().agency().value(), instrument)
                .query((row, number) -> new Confirmed(row.getString("text_read"), row.getString("name"), row.getTimestamp("confirmed_at").toInstant())).optional();
    }

    /** Refuses where nothing is to be confirmed, and a second time. */
    public void confirm(String instrument, String textRead) {
        if (instruments.get(instrument).licence().licenceClass() != Instrument.LicenceClass.VERIFY) {
            throw Refused.conflict("The terms of this instrument need no confirmation, or allow none.");
        }
        if (of(instrument).isPresent()) {
            throw Refused.conflict("The terms of this instrument were confirmed already.");
        }
        db.sql("insert into assessments.terms (id, agency_id, instrument, text_read, confirmed_by, confirmed_at) values (?, ?, ?, ?, ?, ?)")
                .params(Id.fresh(), Actor.current().agency().value(), instrument, textRead.strip(), Actor.current().account().value(), clock.instant().atOffset(ZoneOffset.UTC)).update();
    }
}
