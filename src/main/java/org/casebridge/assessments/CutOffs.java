package org.casebridge.assessments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cut-offs an agency set for itself. A version never changes and never reaches back: scores keep the one they were made with. */
@Service
@Transactional
public class CutOffs {

    private static final String ALL = "select c.*, a.name as set_by_name from assessments.cut_off c join access.account a on a.id = c.set_by where c.agency_id = ? ";

    private final JdbcClient db;
    private final Instruments instruments;
    private final Clock clock;

    CutOffs(JdbcClient db, Instruments instruments, Clock clock) {
        this.db = db;
        this.instruments = instruments;
        this.clock = clock;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<CutOff> of(String instrument) {
        return db.sql(ALL + "and c.instrument = ? order by c.version desc").params(agency(), instrument).query(CutOffs::row).list();
    }

    /** Those that hold on a day; none where the published ones do. */
    @Transactional(readOnly = true)
    public Optional<CutOff> on(String instrument, LocalDate day) {
        return of(instrument).stream().filter(it -> !it.from().isAfter(day)).findFirst();
    }

    /** The scoring as it was when this was completed. */
    @Transactional(readOnly = true)
    public Scoring of(Scoring published, Assessment one) {
        return one.cutOff() == null ? published : db.sql("select bounds from assessments.cut_off where id = ?").param(one.cutOff())
                .query((row, number) -> published.with(bounds(row))).single();
    }

    /** The published scoring. Refuses where there is nothing to move, and a form of an agency, whose versions have their own bands. */
    public Scoring movable(String instrument) {
        if (FormId.names(instrument)) {
            throw Refused.conflict("The bands of a form of the agency are changed in its next version.");
        }
        return instruments.scoring(instrument).filter(it -> !it.levels() && it.bands().size() > 1)
                .orElseThrow(() -> Refused.conflict("This instrument has no cut-offs that could be moved."));
    }

    /** Sets new cut-offs from a day on. Refuses a day that is past or not after the last version's, bounds that do not rise, and what changes nothing. */
    public void move(String instrument, LocalDate from, List<Integer> bounds, String reason) {
        var scoring = movable(instrument);
        var versions = of(instrument);
        if (from.isBefore(LocalDate.now(clock.withZone(Actor.current().zone())))) {
            throw Refused.invalid("Cut-offs never reach back. Choose today or a day to come.").at("from");
        }
        if (!versions.isEmpty() && !from.isAfter(versions.getFirst().from())) {
            throw Refused.invalid("The version before begins on {day}. Choose a later day.", versions.getFirst().from()).at("from");
        }
        int last = scoring.lowest();
        for (int i = 0; i < bounds.size(); i++) {
            if (bounds.get(i) <= last || bounds.get(i) > scoring.highest()) {
                throw Refused.invalid("Each band begins above the one before, and none above {most}.", scoring.highest()).at("bound-" + (i + 1));
            }
            last = bounds.get(i);
        }
        if (bounds.equals(versions.isEmpty() ? scoring.bounds() : versions.getFirst().bounds())) {
            throw Refused.invalid("Nothing is different from the cut-offs in force.").at("bound-1");
        }
        db.sql("insert into assessments.cut_off (id, agency_id, instrument, version, applies_from, bounds, reason, set_by, set_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Id.fresh(), agency(), instrument, versions.size() + 1, from, bounds.toArray(Integer[]::new), reason.strip(), Actor.current().account().value(),
                        clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    private static UUID agency() {
        return Actor.current().agency().value();
    }

    private static CutOff row(ResultSet row, int number) throws SQLException {
        return new CutOff(row.getObject("id", UUID.class), row.getString("instrument"), row.getInt("version"), row.getObject("applies_from", LocalDate.class), bounds(row),
                row.getString("reason"), row.getString("set_by_name"), row.getTimestamp("set_at").toInstant());
    }

    private static List<Integer> bounds(ResultSet row) throws SQLException {
        var bounds = new ArrayList<Integer>();
        for (var one : (Object[]) row.getArray("bounds").getArray()) {
            bounds.add((Integer) one);
        }
        return bounds;
    }
}
