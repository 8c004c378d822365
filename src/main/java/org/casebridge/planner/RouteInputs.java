package org.casebridge.planner;

import static java.util.stream.Collectors.groupingBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.casebridge.access.AccountId;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Refused;
import org.casebridge.monitoring.VisitId;
import org.casebridge.planner.route.Rank;
import org.casebridge.planner.route.Spot;
import org.casebridge.planner.route.Stop;
import org.casebridge.planner.route.Stretch;
import org.casebridge.planner.route.WorkDay;
import org.casebridge.workforce.WorkCalendar;
import org.casebridge.workforce.Worker;
import org.casebridge.workforce.Workers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a plan rests on: who works when, what stands, what is to be visited where and when it can be, and how weighty each is. */
@Component
class RouteInputs {

    private final DayPlanStore store;
    private final TravelRules rules;
    private final WorkCalendar hours;
    private final Urgency urgency;
    private final Workers workers;
    private final Accounts accounts;
    private final Clock clock;

    RouteInputs(DayPlanStore store, TravelRules rules, WorkCalendar hours, Urgency urgency, Workers workers, Accounts accounts, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.hours = hours;
        this.urgency = urgency;
        this.workers = workers;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** {@code visits} are by the keys of their stops, {@code busy} by worker. */
    record Known(List<DayClock> clocks, Map<String, String> names, List<WorkDay> days, List<Stop> stops, Map<String, PlannedVisit> visits, Map<String, List<DayPlanStore.Busy>> busy,
                 Urgency.Weights weights, TravelRule rule, Set<VisitId> keep, String seen) {

        WorkDay day(Stop stop) {
            return Objects.requireNonNull(stop.getDay());
        }
    }

    Known of(List<LocalDate> dates, List<AccountId> who, Set<VisitId> keep) {
        var zone = Actor.current().zone();
        var clocks = dates.stream().map(it -> new DayClock(it, zone)).toList();
        var now = clock.instant();
        var from = clocks.getFirst().begins();
        var until = clocks.getLast().at(clocks.getLast().whole());
        var all = store.visits(who, from, until);
        var open = all.stream().filter(it -> !it.startsAt().isBefore(now)).toList();
        if (open.size() > DayPlans.MOST_VISITS) {
            throw Refused.invalid("These are {count} visits. At most {most} are put in order at once: choose fewer workers or one day.", open.size(), DayPlans.MOST_VISITS).at("worker");
        }
        var busy = store.busy(who, from, until);
        var rule = rules.current();
        var days = days(clocks, who, rule, busy, all.stream().filter(it -> it.startsAt().isBefore(now)).toList(), now);
        var weights = urgency.of(who, dates.getLast());
        var stops = stops(clocks, who, open, weights, days, keep);
        var names = new HashMap<String, String>();
        who.forEach(it -> names.put(it.text(), accounts.get(it).name()));
        var visits = new HashMap<String, PlannedVisit>();
        open.forEach(it -> visits.put(it.id().text(), it));
        return new Known(clocks, names, days, stops, visits, busy.stream().collect(groupingBy(it -> it.worker().text())), weights, rule, keep, seen(open, busy, rule, days));
    }

    private List<WorkDay> days(List<DayClock> clocks, List<AccountId> who, TravelRule rule, List<DayPlanStore.Busy> busy, List<PlannedVisit> begun, Instant now) {
        var days = new ArrayList<WorkDay>();
        var working = hours.working(who, clocks.getFirst().day(), clocks.getLast().day());
        for (int place = 0; place < clocks.size(); place++) {
            var it = clocks.get(place);
            for (var worker : who) {
                List<Stretch> worked = Objects.requireNonNull(working.get(worker)).getOrDefault(it.day(), List.of()).stream().map(one -> new Stretch(it.minute(one.from()), it.minute(one.until()))).toList();
                var free = worked;
                for (var block : busy) {
                    if (block.worker().equals(worker)) {
                        free = DayClock.without(free, it.minute(block.startsAt()), it.minute(block.startsAt()) + block.minutes());
                    }
                }
                for (var visit : begun) {
                    if (visit.worker().equals(worker)) {
                        free = DayClock.without(free, it.minute(visit.startsAt()), it.minute(visit.endsAt()));
                    }
                }
                if (it.holds(now)) {
                    free = DayClock.without(free, 0, (it.minute(now) + 5) / 5 * 5);
                }
                days.add(new WorkDay(place, worker.text(), free, rule.office(), rule.travel(), pause(it, rule, worked, free)));
            }
        }
        return days;
    }

    /** None where the working hours leave room for it anyway, and none where nothing is free for it. */
    private static WorkDay.@Nullable Break pause(DayClock clock, TravelRule rule, List<Stretch> worked, List<Stretch> free) {
        var within = new Stretch(clock.minute(rule.pauseFrom()), clock.minute(rule.pauseUntil()));
        var off = List.of(within);
        for (var it : worked) {
            off = DayClock.without(off, it.from(), it.until());
        }
        boolean fits = free.stream().anyMatch(it -> Math.min(it.until(), within.until()) - Math.max(it.from(), within.from()) >= rule.pauseMinutes());
        return rule.pauseMinutes() == 0 || !fits || off.stream().anyMatch(it -> it.minutes() >= rule.pauseMinutes()) ? null : new WorkDay.Break(rule.pauseMinutes(), within);
    }

    private List<Stop> stops(List<DayClock> clocks, List<AccountId> who, List<PlannedVisit> open, Urgency.Weights weights, List<WorkDay> days, Set<VisitId> keep) {
        var clients = open.stream().map(PlannedVisit::clientId).distinct().toList();
        var spots = store.spots(clients);
        var reach = who.size() == 1 ? Set.<String>of() : store.reach(who, clients);
        var team = who.size() == 1 ? Map.<AccountId, Worker>of() : workers.all().stream().collect(java.util.stream.Collectors.toMap(Worker::id, it -> it));
        var times = hours.times(who);
        var stops = new ArrayList<Stop>();
        for (var it : open) {
            int place = 0;
            while (!clocks.get(place).holds(it.startsAt())) {
                place++;
            }
            int planned = place;
            boolean usual = !Objects.requireNonNull(times.get(it.worker())).on(clocks.get(place).day().getDayOfWeek()).isEmpty();
            var fixed = keep.contains(it.id()) || !usual ? clocks.get(planned).minute(it.startsAt()) : null;
            var windows = clocks.stream().map(one -> one.between(it.fromAt(), it.untilAt())).toList();
            stops.add(new Stop(it.id().text(), it.minutes(), spot(it, spots), weights.rank(it), planned, fixed, windows, mayGo(it, who, reach, team), it.worker().text()));
        }
        return stops;
    }

    /** Their home for a visit there; the office for one in the office; nowhere for a call. */
    private Spot spot(PlannedVisit it, Map<org.casebridge.clients.ClientId, Spot> spots) {
        return it.distant() ? Spot.ANYWHERE : switch (it.mode()) {
            case HOME_VISIT -> spots.getOrDefault(it.clientId(), Spot.UNKNOWN);
            case OFFICE -> Objects.requireNonNullElse(rules.current().office(), Spot.UNKNOWN);
            default -> Spot.UNKNOWN;
        };
    }

    /** Whoever goes so far, and, where several are asked, who reaches the client and speaks their language, or none is on record. */
    private static Set<String> mayGo(PlannedVisit it, List<AccountId> who, Set<String> reach, Map<AccountId, Worker> team) {
        var all = new HashSet<String>();
        for (var worker : who) {
            var known = team.get(worker);
            if (worker.equals(it.worker()) || known != null && reach.contains(worker.text() + " " + it.clientId().text())
                    && (it.languages().isEmpty() || it.languages().stream().anyMatch(known.languages()::contains) || it.languages().contains("en") && known.languages().isEmpty())) {
                all.add(worker.text());
            }
        }
        return all;
    }

    private static String seen(List<PlannedVisit> visits, List<DayPlanStore.Busy> busy, TravelRule rule, List<WorkDay> days) {
        var text = new StringBuilder();
        visits.forEach(it -> text.append(it.id().text()).append(it.version()).append(it.startsAt()).append(it.worker().text()).append(it.fromAt()).append(it.untilAt()).append('\n'));
        busy.forEach(it -> text.append(it.id()).append(it.version()).append(it.startsAt()).append('\n'));
        text.append(rule.version());
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
