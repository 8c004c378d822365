package org.casebridge.planner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebridge.access.Account;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.caseload.Carriers;
import org.casebridge.caseload.CaseId;
import org.casebridge.caseload.Coverage;
import org.casebridge.caseload.Coverages;
import org.casebridge.caseload.ProgramId;
import org.casebridge.kernel.Refused;
import org.casebridge.planner.share.Bearer;
import org.casebridge.planner.share.Carried;
import org.casebridge.planner.share.Share;
import org.casebridge.workforce.Credential;
import org.casebridge.workforce.Leave;
import org.casebridge.workforce.WorkCalendar;
import org.casebridge.workforce.Worker;
import org.casebridge.workforce.Workers;
import org.springframework.stereotype.Component;

/** What sharing a team's cases rests on: who carries which, who may carry each instead, and what everybody can carry. */
@Component
class TeamInputs {

    /** Our own: more is not a team. */
    static final int MOST_WORKERS = 60;
    static final int MOST_CASES = 3000;

    private final TeamCases store;
    private final FitStore fits;
    private final Carriers carriers;
    private final Workers workers;
    private final Coverages coverages;
    private final Loads loads;
    private final WorkCalendar calendar;

    TeamInputs(TeamCases store, FitStore fits, Carriers carriers, Workers workers, Coverages coverages, Loads loads, WorkCalendar calendar) {
        this.store = store;
        this.fits = fits;
        this.carriers = carriers;
        this.workers = workers;
        this.coverages = coverages;
        this.loads = loads;
        this.calendar = calendar;
    }

    record Known(Map<String, String> names, Map<String, TeamCases.TeamCase> cases, Map<AccountId, Worker> workers, Share share, Set<CaseId> pinned, String seen) {}

    /** What speaks against sharing: a team of one, or one that is too large to be one; empty when nothing does. */
    Optional<Refused> against() {
        var team = team();
        if (team.size() < 2) {
            return Optional.of(Refused.invalid("Your team has nobody else to whom a case could move. Say in the team who supervises whom."));
        }
        int cases = team.size() > MOST_WORKERS ? 0 : store.count(team.stream().map(Account::id).toList());
        return team.size() <= MOST_WORKERS && cases <= MOST_CASES ? Optional.empty()
                : Optional.of(Refused.invalid("This team has {workers} workers. At most {most} workers and {cases} cases are shared at once: say in the team who supervises whom.", team.size(), MOST_WORKERS, MOST_CASES));
    }

    /** Refuses what {@link #against} says. */
    Known of(Set<CaseId> pinned) {
        against().ifPresent(it -> {
            throw it;
        });
        var team = team();
        var workers = team.stream().map(Account::id).toList();
        var cases = store.cases(workers);
        var points = loads.points(workers, cases);
        var carry = loads.of(workers);
        var bearers = new LinkedHashMap<AccountId, Bearer>();
        for (var it : team) {
            var load = carry.getOrDefault(it.id(), new Loads.Load(0, 0));
            int shown = cases.stream().filter(one -> one.worker().equals(it.id())).mapToInt(one -> points.get(one.id())).sum();
            bearers.put(it.id(), new Bearer(it.id().text(), load.capacity(), Math.max(0, load.points() - shown)));
        }
        var people = this.workers.all().stream().collect(Collectors.toMap(Worker::id, Function.identity()));
        var may = new May(people, held(), away(), new HashMap<>(), new HashMap<>());
        var carried = cases.stream().map(it -> carried(it, bearers, points.get(it.id()), may, pinned.contains(it.id()))).toList();
        return new Known(team.stream().collect(Collectors.toMap(it -> it.id().text(), Account::name)), cases.stream().collect(Collectors.toMap(it -> it.id().text(), Function.identity())), people,
                new Share(List.copyOf(bearers.values()), carried), pinned, seen(cases, bearers, points));
    }

    /** Whoever carries cases of those whom the acting person supervises, themselves or by others; who supervises nobody looks after those whom nobody supervises. */
    private List<Account> team() {
        var me = Actor.current().account();
        var above = new HashMap<AccountId, AccountId>();
        workers.all().stream().filter(it -> it.supervisor() != null).forEach(it -> above.put(it.id(), it.supervisor()));
        var mine = carriers.people().stream().filter(it -> under(it.id(), me, above)).toList();
        return mine.isEmpty() ? carriers.people().stream().filter(it -> !above.containsKey(it.id())).toList() : mine;
    }

    private static boolean under(AccountId worker, AccountId me, Map<AccountId, AccountId> above) {
        var at = above.get(worker);
        for (int steps = 0; at != null && steps < 20; steps++) {
            if (at.equals(me)) {
                return true;
            }
            at = above.get(at);
        }
        return false;
    }

    private Map<AccountId, Set<Credential.Kind>> held() {
        var today = workers.today();
        return workers.credentials().stream().filter(it -> !it.lapsed(today)).collect(Collectors.groupingBy(Credential::worker, Collectors.mapping(Credential::kind, Collectors.toSet())));
    }

    private Set<AccountId> away() {
        var today = workers.today();
        return Stream.concat(coverages.all().stream().filter(it -> !it.begins(today)).map(Coverage::absent), calendar.away(today, today).stream().map(Leave::worker)).collect(Collectors.toSet());
    }

    private record May(Map<AccountId, Worker> people, Map<AccountId, Set<Credential.Kind>> held, Set<AccountId> away, Map<ProgramId, Set<UUID>> members, Map<ProgramId, Set<Credential.Kind>> asked) {}

    /** Language and programme are kept where whoever carries it now has them; the credential is what the programme asks for; nobody who is away gets a case. */
    private Carried carried(TeamCases.TeamCase it, Map<AccountId, Bearer> bearers, int points, May may, boolean pinned) {
        var members = may.members.computeIfAbsent(it.programId(), fits::members);
        var asked = may.asked.computeIfAbsent(it.programId(), fits::asked);
        boolean speaks = speaks(may.people.get(it.worker()), it.languages());
        boolean member = it.part2() || members.contains(it.worker().value());
        var able = bearers.keySet().stream().filter(one -> one.equals(it.worker()) || !it.restricted() && !may.away.contains(one)
                && (!speaks || speaks(may.people.get(one), it.languages())) && (!member || members.contains(one.value()))
                && (asked.isEmpty() || may.held.getOrDefault(one, Set.of()).stream().anyMatch(asked::contains))).map(bearers::get).toList();
        int ties = (int) Math.clamp(ChronoUnit.DAYS.between(it.openedOn(), workers.today()) * 100 / 365, 0, 100);
        return new Carried(it.id().text(), points, ties, bearers.get(it.worker()), able, pinned);
    }

    /** Who said nothing speaks English; where no language is on record nothing is to be kept. */
    static boolean speaks(@org.jspecify.annotations.Nullable Worker worker, List<String> languages) {
        var spoken = worker == null || worker.languages().isEmpty() ? List.of("en") : worker.languages();
        return languages.isEmpty() || languages.stream().anyMatch(spoken::contains);
    }

    private static String seen(List<TeamCases.TeamCase> cases, Map<AccountId, Bearer> bearers, Map<CaseId, Integer> points) {
        var text = new StringBuilder();
        cases.forEach(it -> text.append(it.id().text()).append(it.worker().text()).append(it.version()).append(' ').append(points.get(it.id())).append('\n'));
        bearers.values().forEach(it -> text.append(it.id()).append(' ').append(it.capacity()).append('\n'));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
