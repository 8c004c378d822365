package org.casebridge.planner;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.caseload.Carriers;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.messaging.Mode;
import org.casebridge.monitoring.Repeats;
import org.casebridge.monitoring.Visit;
import org.casebridge.monitoring.VisitId;
import org.casebridge.monitoring.Visits;
import org.casebridge.planner.route.Route;
import org.casebridge.planner.route.RouteSolver;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the visits of a worker's day or week, or of several workers', in an order that fits; what the person accepts is moved all at once. */
@Service
@Transactional
public class DayPlans {

    /** How long somebody waits for a day; a week takes five times that. A machine of usual speed needs far less. */
    private static final Duration PATIENCE = Duration.ofMillis(700);

    /** Our own: more is not a week of one team. */
    static final int MOST_VISITS = 120;
    static final int MOST_WORKERS = 8;

    private final RouteInputs inputs;
    private final RouteReading reading;
    private final Visits visits;
    private final Carriers carriers;
    private final Clock clock;
    private final RouteSolver solver = RouteSolver.within(PATIENCE);

    DayPlans(RouteInputs inputs, RouteReading reading, Visits visits, Carriers carriers, Clock clock) {
        this.inputs = inputs;
        this.reading = reading;
        this.visits = visits;
        this.carriers = carriers;
        this.clock = clock;
    }

    /** {@code keep} are visits that stay at their time. Without workers it is the acting person's own; others' refuses whoever does not assign cases. */
    @Transactional(readOnly = true)
    public DayPlan plan(LocalDate from, DayPlan.Span span, List<AccountId> workers, Set<VisitId> keep) {
        return plan(from, span, workers, keep, solver);
    }

    DayPlan plan(LocalDate from, DayPlan.Span span, List<AccountId> workers, Set<VisitId> keep, RouteSolver solver) {
        var known = inputs.of(days(from, span), who(workers), keep);
        var route = solver.solve(new Route(known.days(), known.stops()));
        return reading.of(known, reading.fill(route), from, span);
    }

    /** What is moved and what is planned besides, in one transaction. Refuses what was accepted of a plan that no longer holds, and whatever visits refuse: then nothing is moved. */
    public int accept(AcceptPlan said) {
        var moves = said.move() == null ? List.<Visits.Move>of() : said.move().stream().map(DayPlans::move).toList();
        var offers = said.offer() == null ? List.<String>of() : said.offer();
        if (moves.isEmpty() && offers.isEmpty()) {
            throw Refused.invalid("Choose at least one visit.");
        }
        var known = inputs.of(days(said.from(), said.span()), who(said.worker() == null ? List.of() : said.worker()), Set.of());
        if (!known.seen().equals(said.seen())) {
            throw Refused.conflict("Something changed since this plan was made, and nothing was moved. Here is a new one.");
        }
        visits.move(moves);
        offers.forEach(this::add);
        return moves.size() + offers.size();
    }

    private static Visits.Move move(String said) {
        try {
            var parts = said.split(" ");
            return new Visits.Move(new ClientId(java.util.UUID.fromString(parts[0])), new VisitId(java.util.UUID.fromString(parts[1])), new AccountId(java.util.UUID.fromString(parts[2])),
                    Instant.parse(parts[3]), Integer.parseInt(parts[4]));
        } catch (IllegalArgumentException | java.time.DateTimeException | ArrayIndexOutOfBoundsException unread) {
            throw Refused.invalid("Choose one of the answers offered.");
        }
    }

    private void add(String said) {
        try {
            var parts = said.split(" ");
            var at = Instant.parse(parts[2]).atZone(Actor.current().zone());
            visits.plan(new ClientId(java.util.UUID.fromString(parts[0])), new Visit.Said(new AccountId(java.util.UUID.fromString(parts[1])), at.toInstant(), Math.clamp(Integer.parseInt(parts[3]), 5, 720),
                    Mode.HOME_VISIT, "", org.casebridge.web.Say.say("To be in touch again")), at.toLocalDate(), at.toLocalTime(), Repeats.ONCE, null);
        } catch (IllegalArgumentException | java.time.DateTimeException | ArrayIndexOutOfBoundsException unread) {
            throw Refused.invalid("Choose one of the answers offered.");
        }
    }

    /** What speaks against planning from that day; empty when nothing does. */
    @Transactional(readOnly = true)
    public Optional<Refused> against(LocalDate from) {
        return from.isBefore(today()) ? Optional.of(Refused.invalid("{day} is past. Choose today or a day to come.", from).at("from"))
                : from.isAfter(today().plusYears(Visit.YEARS_AHEAD)) ? Optional.of(Refused.invalid("{day} is more than a year away. Look at the year again.", from).at("from")) : Optional.empty();
    }

    /** The day itself, or the whole week around it, but nothing that is over. */
    private List<LocalDate> days(LocalDate from, DayPlan.Span span) {
        against(from).ifPresent(it -> {
            throw it;
        });
        var today = today();
        if (span == DayPlan.Span.DAY) {
            return List.of(from);
        }
        var monday = from.with(java.time.temporal.TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Stream.iterate(monday, it -> it.plusDays(1)).limit(7).filter(it -> !it.isBefore(today)).toList();
    }

    private List<AccountId> who(List<AccountId> workers) {
        var me = Actor.current();
        if (workers.isEmpty() || workers.equals(List.of(me.account()))) {
            return List.of(me.account());
        }
        if (!me.may(Permission.ASSIGN_CASES)) {
            throw Refused.forbidden("Only whoever assigns cases plans the day of others.");
        }
        var asked = workers.stream().distinct().toList();
        if (asked.size() > MOST_WORKERS) {
            throw Refused.invalid("Choose at most {count} workers.", MOST_WORKERS).at("worker");
        }
        var known = carriers.people().stream().map(it -> it.id()).collect(Collectors.toCollection(HashSet::new));
        known.add(me.account());
        if (!known.containsAll(asked)) {
            throw Refused.notFound("That worker could not be found.");
        }
        return new ArrayList<>(asked);
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
