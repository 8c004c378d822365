package org.casebridge.tasks;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.caseload.Load;
import org.casebridge.caseload.Story;
import org.casebridge.kernel.WorkingDays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Collects the acting person's day: every need source once, in one read-only transaction. */
@Service
public class MyDay {

    private static final int NEWS = 8;

    private final List<NeedSource> sources;
    private final TeamSource teams;
    private final Appointments appointments;
    private final Story story;
    private final CaseFiles cases;
    private final Clock clock;

    MyDay(List<NeedSource> sources, TeamSource teams, Appointments appointments, Story story, CaseFiles cases, Clock clock) {
        this.sources = sources;
        this.teams = teams;
        this.appointments = appointments;
        this.story = story;
        this.cases = cases;
        this.clock = clock;
    }

    /** {@code team} is how many of the late ones are named to whoever assigns cases; nobody else is told of other workers' people. */
    @Transactional(readOnly = true)
    public Day of(Day.Order order, int team) {
        var me = Actor.current();
        var now = LocalDateTime.now(clock.withZone(me.zone()));
        var today = now.toLocalDate();
        var since = lastWorkingDay(today);
        var mine = new Mine(me.account(), today, cases.openOf(me.account()));
        var needs = sources.stream().flatMap(it -> it.of(mine).stream())
                .filter(it -> it.due().on() == null || !it.due().on().isAfter(mine.until()))
                .sorted(order.at(now)).toList();
        return new Day(now, needs, appointments.own(today, today), since,
                story.since(me.account(), since.atStartOfDay(me.zone()).toInstant(), NEWS), Load.of(mine.cases()),
                me.may(Permission.ASSIGN_CASES) ? teams.late(me.agency(), today, team) : TeamLate.NOBODY);
    }

    /** The last day before this one that is a working day. */
    static LocalDate lastWorkingDay(LocalDate today) {
        var day = today.minusDays(1);
        while (!WorkingDays.is(day)) {
            day = day.minusDays(1);
        }
        return day;
    }
}
