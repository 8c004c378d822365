package org.casebridge.planner;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.clients.Channel;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;
import org.casebridge.monitoring.QuietLine;
import org.casebridge.planner.route.Rank;
import org.casebridge.planner.route.Route;
import org.casebridge.planner.route.Spot;
import org.casebridge.planner.route.Stop;
import org.casebridge.planner.route.Stretch;
import org.casebridge.planner.route.Timetable;
import org.casebridge.planner.route.WorkDay;
import org.springframework.stereotype.Component;

/** What a solved order says to a person: times, what did not fit and which minutes it lacks, and who could be seen on the way. */
@Component
class RouteReading {

    /** How long somebody is seen on the way, and how much longer the ways may become for it. Our own. */
    private static final int SEEN = 30;
    private static final int DETOUR = 30;
    private static final int MOST_OFFERS = 5;

    private final DayPlanStore store;

    RouteReading(DayPlanStore store) {
        this.store = store;
    }

    /** Puts in what was left out though it fits somewhere, weightiest first: what is said not to fit does not fit into any gap. */
    Route fill(Route route) {
        for (var stop : route.getStops().stream().filter(it -> it.getDay() == null).sorted(Comparator.comparing(Stop::rank)).toList()) {
            var best = Gap.best(route.getDays(), stop, false);
            if (best != null && best.table().missing() == 0) {
                best.day().getStops().add(best.at(), stop);
                stop.setDay(best.day());
            }
        }
        return route;
    }

    DayPlan of(RouteInputs.Known known, Route route, LocalDate from, DayPlan.Span span) {
        var days = route.getDays().stream().map(it -> day(known, it)).filter(it -> span == DayPlan.Span.DAY || !it.lines().isEmpty()).toList();
        var left = route.getStops().stream().filter(it -> it.getDay() == null).map(it -> new DayPlan.Left(visit(known, it), it.rank(), why(known, route.getDays(), it)))
                .sorted(Comparator.comparing(DayPlan.Left::rank)).toList();
        return new DayPlan(from, span, days, left, onTheWay(known, route), known.rule(), known.seen());
    }

    private static WorkDay copy(WorkDay it) {
        var copy = new WorkDay(it.place(), it.worker(), it.free(), it.begin(), it.travel(), it.pause());
        copy.setStops(new ArrayList<>(it.getStops()));
        return copy;
    }

    private static PlannedVisit visit(RouteInputs.Known known, Stop stop) {
        return Objects.requireNonNull(known.visits().get(stop.getId()));
    }

    private static DayPlan.Day day(RouteInputs.Known known, WorkDay day) {
        var clock = known.clocks().get(day.place());
        var worker = new AccountId(java.util.UUID.fromString(day.worker()));
        var table = day.timetable();
        var lines = new ArrayList<DayPlan.Line>();
        var at = day.begin();
        double way = 0;
        for (var it : table.entries()) {
            double km = at == null ? 0 : day.travel().km(at, it.stop().spot());
            way += km;
            var visit = visit(known, it.stop());
            lines.add(new DayPlan.Line(clock.at(it.start()), clock.at(it.end()), visit, null, it.travel(), km, it.stop().spot().known(), it.stop().rank(), known.keep().contains(visit.id()), worker));
            at = it.stop().spot().known() == Spot.Known.ANYWHERE ? at : it.stop().spot();
        }
        for (var it : known.busy().getOrDefault(day.worker(), List.of())) {
            if (clock.holds(it.startsAt())) {
                var title = worker.equals(Actor.current().account()) && !it.title().isEmpty() ? Sentence.of("{title}", it.title()) : Sentence.of("Busy");
                lines.add(block(it.startsAt(), it.startsAt().plusSeconds(60L * it.minutes()), title, worker));
            }
        }
        var pause = day.pause();
        var pauseAt = table.pauseAt();
        if (pause != null && pauseAt != null) {
            lines.add(block(clock.at(pauseAt), clock.at(pauseAt + pause.minutes()), Sentence.of("Break"), worker));
        }
        lines.sort(Comparator.comparing(DayPlan.Line::startsAt));
        return new DayPlan.Day(clock.day(), worker, known.names().getOrDefault(day.worker(), ""), List.copyOf(lines), table.travel(), way, !day.free().isEmpty());
    }

    private static DayPlan.Line block(Instant from, Instant until, Sentence title, AccountId worker) {
        return new DayPlan.Line(from, until, null, title, 0, 0, Spot.Known.ANYWHERE, Rank.PLANNED, false, worker);
    }

    /** The least that is missing on any day at any place, and against what. */
    private static Sentence why(RouteInputs.Known known, List<WorkDay> days, Stop stop) {
        var best = Gap.best(days, stop, false);
        if (best == null) {
            return Sentence.of("Nobody of those who were chosen may go there.");
        }
        var clock = known.clocks().get(best.day().place());
        var short_ = best.table().entries().stream().filter(it -> it.missing() > 0).findFirst().orElse(null);
        if (short_ == null || short_.wall() == null) {
            return Sentence.of("On {day} {minutes, plural, one {one minute is} other {# minutes are}} missing for the break.", clock.day(), best.table().missing());
        }
        int missing = best.table().missing();
        var other = short_.stop() == stop ? null : visit(known, short_.stop()).client();
        var client = other == null ? visit(known, stop).client() : other;
        var lacks = switch (short_.wall()) {
            case NO_WORK -> Sentence.of("There is no working time left on {day}.", clock.day());
            case DAY_ENDS, WORKER, PAUSE -> Sentence.of("On {day} {minutes, plural, one {one minute is} other {# minutes are}} missing before the working day ends at {time}.", clock.day(), missing, time(clock, best.day().free().getLast().until()));
            case NEXT_BLOCK -> Sentence.of("On {day} {minutes, plural, one {one minute is} other {# minutes are}} missing between what stands there already.", clock.day(), missing);
            case FIXED -> Sentence.of("On {day} {minutes, plural, one {one minute is} other {# minutes are}} missing before the visit to {client}, which stays at its time.", clock.day(), missing, client);
            case CLIENT -> window(clock, short_.stop(), best.day(), missing, client);
        };
        return other == null || short_.wall() == Timetable.Wall.FIXED ? lacks : Sentence.of("{reason} Then the visit to {client} would no longer fit.", lacks, other);
    }

    private static Sentence window(DayClock clock, Stop stop, WorkDay day, int missing, String client) {
        var windows = stop.windows(day.place());
        boolean meets = windows.stream().anyMatch(one -> day.free().stream().anyMatch(it -> Math.min(it.until(), one.until()) - Math.max(it.from(), one.from()) >= stop.minutes()));
        if (!meets) {
            return Sentence.of("The hours at which it is safe to see {client} do not meet the working hours of {day}.", client, clock.day());
        }
        return Sentence.of("On {day} {minutes, plural, one {one minute is} other {# minutes are}} missing before the safe hours of {client} end at {time}.", clock.day(), missing, client,
                time(clock, windows.stream().mapToInt(Stretch::until).max().orElse(0)));
    }

    private static java.time.LocalTime time(DayClock clock, int minute) {
        return clock.at(minute).atZone(clock.zone()).toLocalTime();
    }

    /** Whoever is due by then and has no visit planned, where it costs the least. */
    private List<DayPlan.OnTheWay> onTheWay(RouteInputs.Known known, Route route) {
        ZoneId zone = Actor.current().zone();
        var last = known.clocks().getLast().day();
        var planned = new HashSet<ClientId>();
        known.visits().values().forEach(it -> planned.add(it.clientId()));
        var due = known.weights().quiet().stream().filter(it -> planned.add(it.clientId())).toList();
        var spots = store.spots(due.stream().map(QuietLine::clientId).toList());
        var rules = store.safeHours(due.stream().map(QuietLine::clientId).toList());
        var all = new ArrayList<DayPlan.OnTheWay>();
        var days = route.getDays().stream().map(RouteReading::copy).toList();
        for (var it : due) {
            var spot = spots.getOrDefault(it.clientId(), Spot.UNKNOWN);
            if (!spot.onMap() || it.never().contains(Channel.IN_PERSON)) {
                continue;
            }
            var safe = rules.get(it.clientId());
            var windows = known.clocks().stream().map(clock -> clock.between(safe == null ? null : safe.fromAt(), safe == null ? null : safe.untilAt())).toList();
            for (var day : days) {
                var stop = new Stop("offer", SEEN, spot, Rank.PLANNED, day.place(), null, windows, java.util.Set.of(day.worker()), day.worker());
                var one = Gap.best(List.of(day), stop, true);
                if (one != null && one.table().missing() == 0 && !day.getStops().isEmpty() && one.extra() <= DETOUR) {
                    var entry = one.table().entries().get(one.at());
                    all.add(new DayPlan.OnTheWay(it.clientId(), it.client(), it.cadence().why(last, zone), known.clocks().get(day.place()).at(entry.start()), SEEN, one.extra(),
                            new AccountId(java.util.UUID.fromString(day.worker()))));
                    day.getStops().add(one.at(), stop);
                    break;
                }
            }
        }
        return all.stream().sorted(Comparator.comparingInt(DayPlan.OnTheWay::extra).thenComparing(DayPlan.OnTheWay::startsAt)).limit(MOST_OFFERS).toList();
    }
}
