package org.casebridge.planner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.caseload.CaseId;
import org.casebridge.caseload.ReassignCases;
import org.casebridge.caseload.Reassignments;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.casebridge.planner.share.Bearer;
import org.casebridge.planner.share.Carried;
import org.casebridge.planner.share.Share;
import org.casebridge.planner.share.ShareSolver;
import org.casebridge.workforce.Workers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposes how the cases of the acting person's team could be shared, and makes those moves that they decide on: all of them or none. */
@Service
@Transactional
public class Rebalancings {

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final TeamInputs inputs;
    private final TeamCases store;
    private final Reassignments reassignments;
    private final Workers workers;
    private final Clock clock;
    private final ShareSolver solver = ShareSolver.within(PATIENCE);

    Rebalancings(TeamInputs inputs, TeamCases store, Reassignments reassignments, Workers workers, Clock clock) {
        this.inputs = inputs;
        this.store = store;
        this.reassignments = reassignments;
        this.workers = workers;
        this.clock = clock;
    }

    public record Decided(int proposed, int moved, double before, double after, String reason, String by, Instant at) {}

    @Transactional(readOnly = true)
    public List<Decided> decided() {
        return store.decided();
    }

    /** The team as it is, with a proposal when {@code propose}; {@code pinned} stay where they are. */
    @Transactional(readOnly = true)
    public Rebalancing of(Set<CaseId> pinned, boolean propose) {
        var against = inputs.against();
        if (against.isPresent()) {
            return Rebalancing.not(against.get().sentence());
        }
        var known = inputs.of(pinned);
        return read(known, propose ? solver.solve(known.share()) : known.share(), propose);
    }

    private Rebalancing read(TeamInputs.Known known, Share after, boolean proposed) {
        var was = points(known.share(), Carried::now);
        var becomes = points(after, Carried::getBearer);
        var loads = known.share().getBearers().stream().map(it -> new Rebalancing.Load(key(it), name(known, it), it.percent(was.getOrDefault(it, 0L)), it.percent(becomes.getOrDefault(it, 0L))))
                .sorted(Comparator.comparingInt((Rebalancing.Load it) -> -it.before()).thenComparing(Rebalancing.Load::name)).toList();
        var moves = after.getCases().stream().filter(Carried::moved).map(it -> move(known, it, was, becomes)).sorted(Comparator.comparing(Rebalancing.Move::fromName).thenComparing(Rebalancing.Move::client)).toList();
        var cases = known.share().getCases().stream().map(it -> {
            var file = Objects.requireNonNull(known.cases().get(it.getId()));
            return new Rebalancing.Case(file.id(), file.clientId(), file.client(), file.program(), name(known, Objects.requireNonNull(it.now())), known.pinned().contains(file.id()), stays(it, file));
        }).toList();
        return new Rebalancing(loads, moves, cases, spread(known.share().getBearers(), was), spread(known.share().getBearers(), becomes), proposed, known.seen(), null);
    }

    private static @Nullable Sentence stays(Carried it, TeamCases.TeamCase file) {
        return it.getMay().size() > 1 ? null : file.restricted() ? Sentence.of("the record is restricted") : Sentence.of("nobody else of the team has the language, programme and credential");
    }

    private Rebalancing.Move move(TeamInputs.Known known, Carried it, Map<Bearer, Long> was, Map<Bearer, Long> becomes) {
        var file = Objects.requireNonNull(known.cases().get(it.getId()));
        var from = Objects.requireNonNull(it.now());
        var to = Objects.requireNonNull(it.getBearer());
        var why = Sentence.of("{from} carries {before} % and then {after} %, {to} {toBefore} % and then {toAfter} %", name(known, from), from.percent(was.getOrDefault(from, 0L)), from.percent(becomes.getOrDefault(from, 0L)),
                name(known, to), to.percent(was.getOrDefault(to, 0L)), to.percent(becomes.getOrDefault(to, 0L)));
        var known_ = Sentence.of("{days, plural, one {with them for one day} other {with them for # days}}", ChronoUnit.DAYS.between(file.openedOn(), workers.today()));
        var whole = Sentence.of("{one}; {other}", why, known_);
        if (!file.languages().isEmpty() && TeamInputs.speaks(known.workers().get(key(to)), file.languages())) {
            whole = Sentence.of("{one}; {other}", whole, Sentence.of("{name} speaks their language", name(known, to)));
        }
        return new Rebalancing.Move(file.id(), file.clientId(), file.client(), file.program(), key(from), name(known, from), key(to), name(known, to), whole);
    }

    /** Makes the chosen moves. Refuses when the team's cases changed since they were proposed, a case that is to go to two, and a move that would take somebody above red who is not. Answers how many. */
    public int decide(DecideRebalancing said) {
        var known = inputs.of(Set.of());
        if (!known.seen().equals(said.seen())) {
            throw Refused.conflict("The caseloads changed since this was proposed, and nothing was moved. Propose again.");
        }
        var was = points(known.share(), Carried::now);
        var then = new java.util.HashMap<>(was);
        var bearers = new LinkedHashMap<String, Bearer>();
        known.share().getBearers().forEach(it -> bearers.put(it.id(), it));
        var carried = new LinkedHashMap<String, Carried>();
        known.share().getCases().forEach(it -> carried.put(it.getId(), it));
        var chosen = new LinkedHashMap<List<AccountId>, List<CaseId>>();
        var taken = new HashSet<String>();
        for (var move : said.move()) {
            var parts = move.split(" ");
            var it = parts.length == 3 ? carried.get(parts[0]) : null;
            var to = parts.length == 3 ? bearers.get(parts[2]) : null;
            if (it == null || to == null || it.now() == null || !it.now().id().equals(parts[1]) || !it.getMay().contains(to) || to.equals(it.now()) || !taken.add(it.getId())) {
                throw Refused.invalid("Choose one of the answers offered.").at("move");
            }
            then.merge(it.now(), (long) -it.points(), Long::sum);
            then.merge(to, (long) it.points(), Long::sum);
            chosen.computeIfAbsent(List.of(key(it.now()), key(to)), _ -> new ArrayList<>()).add(new CaseId(UUID.fromString(it.getId())));
        }
        bearers.values().forEach(it -> {
            if (it.beyond(then.getOrDefault(it, 0L)) > it.beyond(was.getOrDefault(it, 0L))) {
                throw Refused.invalid("With these moves alone {name} would carry {percent} %. Choose also what they give away, or fewer.", name(known, it), it.percent(then.getOrDefault(it, 0L))).at("move");
            }
        });
        chosen.forEach((pair, cases) -> reassignments.give(pair.getFirst(), new ReassignCases(cases, pair.getLast())));
        store.keep(said.proposed() == null ? said.move().size() : Math.max(0, said.proposed()), said.move().size(), spread(known.share().getBearers(), was), spread(known.share().getBearers(), then), said.reason().strip(), clock.instant());
        return said.move().size();
    }

    private static Map<Bearer, Long> points(Share share, java.util.function.Function<Carried, @Nullable Bearer> whose) {
        var all = new LinkedHashMap<Bearer, Long>();
        share.getCases().forEach(it -> all.merge(Objects.requireNonNull(whose.apply(it)), (long) it.points(), Long::sum));
        return all;
    }

    private static double spread(List<Bearer> bearers, Map<Bearer, Long> points) {
        return Share.spread(bearers, points);
    }

    private static AccountId key(Bearer it) {
        return new AccountId(UUID.fromString(it.id()));
    }

    private static String name(TeamInputs.Known known, Bearer it) {
        return known.names().getOrDefault(it.id(), "");
    }
}
