package org.casebridge.tasks;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.caseload.Coverage;
import org.casebridge.caseload.Coverages;
import org.casebridge.caseload.Load;
import org.casebridge.caseload.Story;
import org.casebridge.data.Together;
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
    private final Coverages coverages;
    private final FormulaStore formulas;
    private final Together together;
    private final Clock clock;

    MyDay(List<NeedSource> sources, TeamSource teams, Appointments appointments, Story story, CaseFiles cases, Coverages coverages, FormulaStore formulas, Together together, Clock clock) {
        this.sources = sources;
        this.teams = teams;
        this.appointments = appointments;
        this.story = story;
        this.cases = cases;
        this.coverages = coverages;
        this.formulas = formulas;
        this.together = together;
        this.clock = clock;
    }

    /**
     * {@code team} is how many of the late ones are named to whoever assigns cases; nobody else is told of other workers' people. What waits for a colleague for whom one stands in
     * today waits for the stand-in too, as long as that lasts.
     */
    @Transactional(readOnly = true)
    public Day of(Day.Order order, int team) {
        var me = Actor.current();
        var now = LocalDateTime.now(clock.withZone(me.zone()));
        var today = now.toLocalDate();
        var since = lastWorkingDay(today);
        var first = together.questions();
        var cases = this.cases.openOf(first, me.account());
        var formula = formulas.current(first);
        var pauses = formulas.pauses(first, me.account(), today);
        var absent = coverages.of(first, me.account(), today);
        var meetings = appointments.on(first, today);
        first.ask();
        var mine = new Mine(me.account(), today, cases.get());
        var second = together.questions();
        var news = story.since(second, mine.names(), me.account(), since.atStartOfDay(me.zone()).toInstant(), NEWS);
        var needs = needs(second, mine, absent.get());
        var put = needs.stream().filter(it -> pauses.get().stream().noneMatch(pause -> pause.keepsOff(it))).toList();
        var ranked = formula.get().rank(put, now).stream().sorted(order.at(now)).toList();
        return new Day(now, ranked, needs.size() - put.size(), formula.get().version(), meetings.get(), since,
                news.get(), Load.of(mine.cases()),
                me.may(Permission.ASSIGN_CASES) ? teams.late(me.agency(), today, team) : TeamLate.NOBODY, absent.get());
    }

    /** All that stands on the acting person's day, what they keep off it too. */
    @Transactional(readOnly = true)
    public List<Need> standing() {
        var me = Actor.current();
        var today = LocalDate.now(clock.withZone(me.zone()));
        var first = together.questions();
        var cases = this.cases.openOf(first, me.account());
        var absent = coverages.of(first, me.account(), today);
        first.ask();
        return needs(together.questions(), new Mine(me.account(), today, cases.get()), absent.get());
    }

    /** What waits for somebody, by the points of the agency, without what they keep off their own day. */
    List<Ranked> waitingFor(Mine mine, LocalDateTime now) {
        return formulas.current().rank(needs(together.questions(), mine, List.of()), now);
    }

    /** One's own first; of what a colleague is away for, only what one has not on one's own list. All sources are asked in one way there and back, those that can be. */
    private List<Need> needs(Together.Questions questions, Mine mine, List<Coverage> absent) {
        var own = sources.stream().map(it -> it.ask(questions, mine)).toList();
        var others = new LinkedHashMap<Coverage, List<Supplier<List<Need>>>>();
        absent.forEach(it -> {
            var theirs = new Mine(it.absent(), mine.today(), cases.openOf(it.absent()));
            others.put(it, sources.stream().map(source -> source.ask(questions, theirs)).toList());
        });
        questions.ask();
        var all = new LinkedHashMap<String, Need>();
        own.stream().flatMap(it -> it.get().stream()).forEach(it -> all.putIfAbsent(it.what() + it.path(), it));
        others.forEach((coverage, answers) -> answers.stream().flatMap(it -> it.get().stream())
                .forEach(it -> all.putIfAbsent(it.what() + it.path(), it.insteadOf(coverage.absentName()))));
        return all.values().stream().filter(it -> it.due().on() == null || !it.due().on().isAfter(mine.until())).toList();
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
