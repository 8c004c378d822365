package org.casebridge.workload;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.monitoring.Radar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a team's work lies on its people, as a team: nothing is said where it would speak of one or a few. */
@Service
@Transactional(readOnly = true)
public class TeamCare {

    /** Fewer people than these are not a team, and a number that fewer brought about is not shown. Our own, as small cells are kept back in public statistics. */
    public static final int FEWEST = 5;

    /** Of so many weeks the work is counted. */
    public static final int WEEKS = 8;

    private final Radar radar;
    private final JdbcClient db;
    private final Clock clock;

    TeamCare(Radar radar, JdbcClient db, Clock clock) {
        this.radar = radar;
        this.db = db;
        this.clock = clock;
    }

    /** A number and how many people it comes from; the number is said only when these are none or enough. */
    public record Count(long number, int people) {

        public boolean shown() {
            return people == 0 || people >= FEWEST;
        }
    }

    /** Contacts outside 7 to 19 on working days, clocks that ran out, people in crisis who are carried since a fortnight; of so many who carry cases. */
    public record Shown(int people, Count afterHours, Count late, Count crisis) {

        static final Count NOTHING = new Count(0, 0);

        public boolean enough() {
            return people >= FEWEST;
        }
    }

    /** Of the team that the acting person looks after, without themselves. */
    public Shown ofTeam() {
        var me = Actor.current();
        var team = carrying(radar.team().stream().filter(it -> !it.equals(me.account())).toList());
        if (team.length < FEWEST) {
            return new Shown(team.length, Shown.NOTHING, Shown.NOTHING, Shown.NOTHING);
        }
        return new Shown(team.length, count("""
                select c.recorded_by as worker from messaging.contact c
                where c.recorded_by = any (:team) and c.struck_at is null and c.at >= :since::timestamptz and c.at <= :now::timestamptz
                  and (extract(isodow from c.at at time zone :zone) > 5 or (c.at at time zone :zone)::time < time '07:00' or (c.at at time zone :zone)::time >= time '19:00')
                """, team), count("""
                select f.worker from caseload.case_file f join monitoring.incident_report r on r.client_id = f.client_id and r.made_at is null and r.due_at < :now::timestamptz
                where f.worker = any (:team) and f.status = 'OPEN'
                union all
                select f.worker from caseload.case_file f join careplans.plan p on p.client_id = f.client_id and p.status = 'ACTIVE'
                  and coalesce(p.reviewed_on, p.agreed_on) + p.review_days < (:now::timestamptz at time zone :zone)::date
                where f.worker = any (:team) and f.status = 'OPEN'
                """, team), count("""
                select f.worker from caseload.case_file f join monitoring.acuity a on a.client_id = f.client_id and a.ended_at is null and a.level = 'CRISIS' and a.set_at <= :now::timestamptz - interval '14 days'
                where f.worker = any (:team) and f.status = 'OPEN'
                """, team));
    }

    private UUID[] carrying(List<AccountId> team) {
        return db.sql("select distinct worker from caseload.case_file where worker = any (?) and status = 'OPEN'").param(team.stream().map(AccountId::value).toArray(UUID[]::new)).query(UUID.class).list().toArray(UUID[]::new);
    }

    private Count count(String each, UUID[] team) {
        var now = clock.instant();
        return db.sql("select count(*) as number, count(distinct worker)::integer as people from (" + each + ") q").param("team", team).param("now", now.atOffset(ZoneOffset.UTC))
                .param("since", now.minus(Duration.ofDays(7L * WEEKS)).atOffset(ZoneOffset.UTC)).param("zone", Actor.current().zone().getId()).query(Count.class).single();
    }
}
