package org.casebridge.assessments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.casebridge.workforce.Credential;
import org.casebridge.workforce.Worker;
import org.casebridge.workforce.Workers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may ask which instrument here: what the agency requires of its workers, held against their credentials. */
@Service
@Transactional
public class Administering {

    /** So many colleagues are named to whoever may not. */
    private static final int NAMED = 5;

    private final JdbcClient db;
    private final Instruments instruments;
    private final Workers workers;
    private final Clock clock;

    Administering(JdbcClient db, Instruments instruments, Workers workers, Clock clock) {
        this.db = db;
        this.instruments = instruments;
        this.workers = workers;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Requirement> of(String instrument) {
        return db.sql("select r.*, a.name as set_by_name from assessments.requirement r join access.account a on a.id = r.set_by where r.agency_id = ? and r.instrument = ?")
                .params(Actor.current().agency().value(), instrument).query(Administering::row).optional();
    }

    /** From now on these, and this training; neither lets everybody ask it who may do assessments. */
    public void require(String instrument, List<Credential.Kind> anyOf, String training) {
        instruments.get(instrument);
        var agency = Actor.current().agency().value();
        db.sql("delete from assessments.requirement where agency_id = ? and instrument = ?").params(agency, instrument).update();
        if (!anyOf.isEmpty() || !training.isBlank()) {
            db.sql("insert into assessments.requirement (agency_id, instrument, any_of, training, set_by, set_at) values (?, ?, ?, ?, ?, ?)")
                    .params(agency, instrument, anyOf.stream().filter(it -> it != Credential.Kind.OTHER).map(Enum::name).toArray(String[]::new), training.strip(),
                            Actor.current().account().value(), clock.instant().atOffset(ZoneOffset.UTC)).update();
        }
    }

    /** Refuses whoever lacks something, with what, and who on the team could. */
    @Transactional(readOnly = true)
    public void refuseUnqualified(Instrument instrument) {
        of(instrument.id()).ifPresent(it -> lacking(it, Actor.current().account()).ifPresent(lack -> {
            var able = able(it);
            throw able.isEmpty()
                    ? Refused.forbidden("{instrument} is asked here by whoever has {needed}. You lack {lacking}. Nobody on the team has it all yet: tell your supervisor.",
                            Telling.titled(instrument), it.words(), lack)
                    : Refused.forbidden("{instrument} is asked here by whoever has {needed}. You lack {lacking}. On the team, {names} can ask it.", Telling.titled(instrument), it.words(), lack, able);
        }));
    }

    /** What the acting person lacks, by instrument; whatever they may ask is not there. */
    @Transactional(readOnly = true)
    public Map<String, Sentence> lacking() {
        var lacking = new HashMap<String, Sentence>();
        var required = new HashMap<String, Requirement>();
        db.sql("select r.*, a.name as set_by_name from assessments.requirement r join access.account a on a.id = r.set_by where r.agency_id = ?").param(Actor.current().agency().value())
                .query((row, number) -> required.put(row.getString("instrument"), row(row, number))).list();
        if (!required.isEmpty()) {
            var held = workers.credentials(Actor.current().account());
            required.forEach((instrument, it) -> it.lacking(held, workers.today()).ifPresent(lack -> lacking.put(instrument, lack)));
        }
        return lacking;
    }

    private Optional<Sentence> lacking(Requirement requirement, AccountId worker) {
        return requirement.lacking(workers.credentials(worker), workers.today());
    }

    /** The names of those who may do assessments and lack nothing. */
    private String able(Requirement requirement) {
        var held = workers.credentials().stream().collect(Collectors.groupingBy(Credential::worker));
        return workers.all().stream().filter(it -> it.role().permissions().contains(Permission.ASSESS))
                .filter(it -> requirement.lacking(held.getOrDefault(it.id(), List.of()), workers.today()).isEmpty()).limit(NAMED).map(Worker::name).collect(Collectors.joining(", "));
    }

    private static Requirement row(ResultSet row, int number) throws SQLException {
        return new Requirement(Stream.of((String[]) row.getArray("any_of").getArray()).map(Credential.Kind::valueOf).toList(), row.getString("training"), row.getString("set_by_name"),
                row.getTimestamp("set_at").toInstant());
    }
}
