package org.casebridge.planner;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebridge.access.Account;
import org.casebridge.access.AccountId;
import org.casebridge.caseload.Carriers;
import org.casebridge.caseload.Coverage;
import org.casebridge.caseload.Coverages;
import org.casebridge.caseload.Program;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.clients.Languages;
import org.casebridge.kernel.Sentence;
import org.casebridge.planner.route.Spot;
import org.casebridge.planner.share.Bearer;
import org.casebridge.workforce.Credential;
import org.casebridge.workforce.Leave;
import org.casebridge.workforce.WorkCalendar;
import org.casebridge.workforce.Worker;
import org.casebridge.workforce.Workers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who fits a case best, by language, credential, programme, continuity, nearness and load, and who cannot carry it and why. The points are our own and add up to a hundred. */
@Service
@Transactional(readOnly = true)
public class Fits {

    private static final int LANGUAGE = 25;
    private static final int CONTINUITY = 20;
    private static final int LOAD = 20;
    private static final int CREDENTIAL = 15;
    private static final int PROGRAM = 10;
    private static final int NEAR = 10;

    private final FitStore store;
    private final Carriers carriers;
    private final Workers workers;
    private final Coverages coverages;
    private final Clients clients;
    private final Loads loads;
    private final DayPlanStore places;
    private final WorkCalendar calendar;

    Fits(FitStore store, Carriers carriers, Workers workers, Coverages coverages, Clients clients, Loads loads, DayPlanStore places, WorkCalendar calendar) {
        this.store = store;
        this.carriers = carriers;
        this.workers = workers;
        this.coverages = coverages;
        this.clients = clients;
        this.loads = loads;
        this.places = places;
        this.calendar = calendar;
    }

    /** Everybody who carries cases: who can, the best first, then who cannot, by name. {@code now} carries it already and is left out. */
    public List<Fit> of(ClientId client, Program program, @Nullable AccountId now) {
        var person = clients.get(client);
        var known = new Known(program, person.about().languages(), workers.all().stream().collect(Collectors.toMap(Worker::id, Function.identity())),
                workers.credentials().stream().collect(Collectors.groupingBy(Credential::worker)), store.asked(program.id()), store.members(program.id()), store.before(client), store.household(client),
                store.named(client), coverages.all().stream().filter(it -> !it.begins(workers.today())).collect(Collectors.toMap(Coverage::absent, Function.identity(), (one, _) -> one)),
                calendar.away(workers.today(), workers.today()).stream().collect(Collectors.toMap(Leave::worker, Leave::throughOn, (one, _) -> one)),
                places.spots(List.of(client)).getOrDefault(client, Spot.UNKNOWN), new HashMap<>(), loads.all());
        if (known.spot.onMap()) {
            known.near.putAll(store.near(known.spot));
        }
        return carriers.people().stream().filter(it -> !it.id().equals(now)).map(it -> fit(it, known))
                .sorted(Comparator.comparing((Fit it) -> !it.possible()).thenComparing(it -> it.possible() ? -it.points() : 0).thenComparing(Fit::name)).toList();
    }

    /** {@code named} is null where the record is open to all who reach it. */
    private record Known(Program program, List<String> languages, Map<AccountId, Worker> workers, Map<AccountId, List<Credential>> credentials, Set<Credential.Kind> asked, Set<UUID> members,
                         Set<UUID> before, Set<UUID> household, @Nullable Set<UUID> named, Map<AccountId, Coverage> away, Map<AccountId, LocalDate> leave, Spot spot, Map<UUID, Integer> near, Map<AccountId, Loads.Load> loads) {}

    private Fit fit(Account who, Known known) {
        var load = known.loads.getOrDefault(who.id(), new Loads.Load(0, 1));
        var against = against(who, known, load);
        return new Fit(who.id(), who.name(), load.percent(), against.isEmpty() ? reasons(who, known, load) : List.of(), against);
    }

    private List<Sentence> against(Account who, Known known, Loads.Load load) {
        var all = new ArrayList<Sentence>();
        var away = known.away.get(who.id());
        if (away != null) {
            all.add(Sentence.of("away until {day}; {name} stands in", away.untilOn(), away.standInName()));
        }
        if (away == null && known.leave.containsKey(who.id())) {
            all.add(Sentence.of("on leave until {day}", known.leave.get(who.id())));
        }
        if (known.named != null && !known.named.contains(who.id().value())) {
            all.add(Sentence.of("the record is restricted, and they are not named for it"));
        }
        if (known.program.part2() && !known.members.contains(who.id().value())) {
            all.add(Sentence.of("does not work in {program}, whose records are under 42 CFR Part 2", known.program.name()));
        }
        if (!known.asked.isEmpty() && held(who, known).isEmpty()) {
            all.add(Sentence.of("holds none of the credentials that {program} asks for", known.program.name()));
        }
        if (load.percent() >= Bearer.RED) {
            all.add(Sentence.of("carries {percent} % of a full load already", load.percent()));
        }
        return all;
    }

    private List<Credential> held(Account who, Known known) {
        var today = workers.today();
        return known.credentials.getOrDefault(who.id(), List.of()).stream().filter(it -> known.asked.contains(it.kind()) && !it.lapsed(today)).toList();
    }

    private List<Fit.Reason> reasons(Account who, Known known, Loads.Load load) {
        return List.of(language(known.workers.get(who.id()), known), continuity(who, known), load(load), credential(who, known), program(who, known), near(who, known));
    }

    private static Fit.Reason language(@Nullable Worker worker, Known known) {
        List<String> spoken = worker == null || worker.languages().isEmpty() ? List.of("en") : worker.languages();
        if (known.languages.isEmpty()) {
            return new Fit.Reason(Sentence.of("no language is on record"), LANGUAGE / 2, LANGUAGE);
        }
        var shared = known.languages.stream().filter(spoken::contains).findFirst().orElse(null);
        return shared != null ? new Fit.Reason(Sentence.of("speaks {language}", Languages.name(shared)), shared.equals(known.languages.getFirst()) ? LANGUAGE : LANGUAGE * 3 / 5, LANGUAGE)
                : new Fit.Reason(Sentence.of("speaks no {language}", Languages.name(known.languages.getFirst())), 0, LANGUAGE);
    }

    private static Fit.Reason continuity(Account who, Known known) {
        return known.before.contains(who.id().value()) ? new Fit.Reason(Sentence.of("worked with this person before"), CONTINUITY, CONTINUITY)
                : known.household.contains(who.id().value()) ? new Fit.Reason(Sentence.of("works with somebody of the household"), CONTINUITY * 3 / 4, CONTINUITY)
                : new Fit.Reason(Sentence.of("does not know them yet"), 0, CONTINUITY);
    }

    private static Fit.Reason load(Loads.Load load) {
        return new Fit.Reason(Sentence.of("carries {percent} % of a full load", load.percent()), Math.clamp(LOAD * (110L - load.percent()) / 110, 0, LOAD), LOAD);
    }

    private Fit.Reason credential(Account who, Known known) {
        if (known.asked.isEmpty()) {
            return new Fit.Reason(Sentence.of("the programme asks for no credential"), CREDENTIAL / 2, CREDENTIAL);
        }
        var held = held(who, known).getFirst();
        return held.endsSoon(workers.today()) ? new Fit.Reason(Sentence.of("holds {credential}, until {day}", held.label(), Objects.requireNonNull(held.expiresOn())), CREDENTIAL / 2, CREDENTIAL)
                : new Fit.Reason(Sentence.of("holds {credential}", held.label()), CREDENTIAL, CREDENTIAL);
    }

    private static Fit.Reason program(Account who, Known known) {
        return known.members.contains(who.id().value()) ? new Fit.Reason(Sentence.of("works in {program}", known.program.name()), PROGRAM, PROGRAM)
                : new Fit.Reason(known.members.isEmpty() ? Sentence.of("nobody is named for {program}", known.program.name()) : Sentence.of("is not named for {program}", known.program.name()), 0, PROGRAM);
    }

    private static Fit.Reason near(Account who, Known known) {
        if (!known.spot.onMap()) {
            return new Fit.Reason(known.spot.known() == Spot.Known.CONFIDENTIAL ? Sentence.of("the address is confidential and not counted") : Sentence.of("where they live is not on the map"), 0, NEAR);
        }
        int count = known.near.getOrDefault(who.id().value(), 0);
        return new Fit.Reason(Sentence.of("{count, plural, =0 {nobody else of theirs lives within 5 km} one {one of theirs lives within 5 km} other {# of theirs live within 5 km}}", count), Math.min(NEAR, count * 3), NEAR);
    }
}
