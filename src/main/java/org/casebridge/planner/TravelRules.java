package org.casebridge.planner;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.casebridge.access.Actor;
import org.casebridge.data.Row;
import org.casebridge.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the acting person's agency reckons ways and pauses. */
@Service
@Transactional
public class TravelRules {

    private final JdbcClient db;
    private final Clock clock;

    TravelRules(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public TravelRule current() {
        return db.sql("select * from planner.travel_rule where agency_id = ?").param(Actor.current().agency().value()).query(TravelRule.class).optional().orElse(TravelRule.USUAL);
    }

    /** Refuses what makes no sense, and what somebody changed since that version. */
    public void set(TravelRule rule) {
        rule.needsSense();
        var me = Actor.current();
        int rows = db.sql("""
                insert into planner.travel_rule as r (agency_id, km_per_hour, detour_percent, unknown_minutes, pause_minutes, pause_from, pause_until, latitude, longitude, set_by, set_at, version)
                select :agency, :kmPerHour, :detourPercent, :unknownMinutes, :pauseMinutes, :pauseFrom, :pauseUntil, :latitude::double precision, :longitude::double precision, :by, :at::timestamptz, 1
                where :version = 0 or exists (select from planner.travel_rule where agency_id = :agency)
                on conflict (agency_id) do update set km_per_hour = excluded.km_per_hour, detour_percent = excluded.detour_percent, unknown_minutes = excluded.unknown_minutes,
                    pause_minutes = excluded.pause_minutes, pause_from = excluded.pause_from, pause_until = excluded.pause_until, latitude = excluded.latitude, longitude = excluded.longitude,
                    set_by = excluded.set_by, set_at = excluded.set_at, version = r.version + 1
                where r.version = :version
                """).paramSource(Row.of(rule, Map.of("agency", me.agency().value(), "by", me.account(), "at", clock.instant().atOffset(ZoneOffset.UTC)))).update();
        if (rows == 0) {
            throw Refused.conflict("Someone else changed this meanwhile. Look at it again; if yours still holds, save once more.");
        }
    }
}
