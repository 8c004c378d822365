package org.casebridge.workload;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.monitoring.Radar;
import org.casebridge.tasks.Task;
import org.casebridge.tasks.TaskWords;
import org.casebridge.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One-to-one talks: an agenda that the record compiles, what the supervisor adds and strikes, and what was decided, for both of them to see. */
@Service
@Transactional
public class Supervision {

    /** So many quiet people and late things come on an agenda of themselves: more is not talked through in an hour. Our own. */
    private static final int MOST = 15;

    private final MeetingStore store;
    private final Weights weights;
    private final Radar radar;
    private final Tasks tasks;
    private final Accounts accounts;
    private final Clock clock;

    Supervision(MeetingStore store, Weights weights, Radar radar, Tasks tasks, Accounts accounts, Clock clock) {
        this.store = store;
        this.weights = weights;
        this.radar = radar;
        this.tasks = tasks;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A worker's load with how many clocks ran out and how many notes wait for their signature. */
    public record Line(WorkerLoad load, long clocks, long notes) {}

    @Transactional(readOnly = true)
    public List<Line> team() {
        var loads = weights.ofTeam().stream().filter(it -> !it.worker().equals(Actor.current().account())).toList();
        var late = store.late(loads.stream().map(WorkerLoad::worker).toList(), weights.today());
        return loads.stream().map(load -> new Line(load, count(late, load.worker(), Meeting.Kind.CLOCK), count(late, load.worker(), Meeting.Kind.NOTE))).toList();
    }

    private static long count(List<MeetingStore.Late> late, AccountId worker, Meeting.Kind kind) {
        return late.stream().filter(it -> it.worker().equals(worker) && it.kind() == kind).count();
    }

    /** The acting person's talks with that worker, the open one first; null: those the acting person had as a worker. */
    @Transactional(readOnly = true)
    public List<Meeting> talks(@Nullable AccountId worker) {
        return store.of(worker);
    }

    /** Opens the next talk unless one is open, and puts on its agenda what the record tells now. Refuses whom the acting person does not look after. */
    public void compile(AccountId worker) {
        needsColleague(worker);
        if (worker.equals(Actor.current().account()) || !radar.team().contains(worker)) {
            throw Refused.invalid("You do not look after that person here. Say in the team who supervises whom.");
        }
        var now = clock.instant();
        var today = weights.today();
        store.begin(worker, now);
        var meeting = store.open(worker).orElseThrow(Supervision::closed);
        var percent = weights.of(worker).percent();
        if (percent != null && percent >= 100) {
            store.add(meeting, null, Meeting.Kind.LOAD, percent, "", "/load/" + worker.text(), now);
        }
        radar.show(worker).lines().stream().filter(it -> it.past(today, Actor.current().zone()) > 0).limit(MOST)
                .forEach(it -> store.add(meeting, it.clientId(), Meeting.Kind.QUIET, (int) it.past(today, Actor.current().zone()), "", "/clients/" + it.clientId().text(), now));
        store.late(List.of(worker), today).stream().limit(MOST).forEach(it -> store.add(meeting, it.clientId(), it.kind(), it.days(), "", it.path(), now));
    }

    public void add(AccountId worker, AddToAgenda said) {
        store.add(needsOpen(worker, said.meeting()), null, Meeting.Kind.ADDED, 0, said.about().strip(), "", clock.instant());
    }

    /** It stays on the agenda, struck through, with who struck it. */
    public void strike(AccountId worker, @Nullable UUID meeting, UUID item) {
        if (!store.strike(needsOpen(worker, meeting), item, Actor.current().name(), clock.instant())) {
            throw Refused.conflict("That is not on the agenda any more. Open the page again.");
        }
    }

    /** Refuses a talk that was closed meanwhile, and a task about nobody. */
    public void decide(AccountId worker, Decide said) {
        var meeting = needsOpen(worker, said.meeting());
        var client = said.item() == null ? null : clientOf(worker, said.item());
        if (said.task() && client == null) {
            throw Refused.invalid("A task for somebody else is about a client: choose which line of the agenda it is about.").at("item");
        }
        UUID task = null;
        if (said.task()) {
            var title = said.words().strip();
            task = tasks.add(client, new TaskWords(title.length() > 200 ? title.substring(0, 199) + "…" : title, title.length() > 200 ? title : "", said.dueOn(), null, worker, Task.Priority.NORMAL)).value();
        }
        store.decide(meeting, client, said.words().strip(), task, clock.instant());
    }

    public void close(AccountId worker, @Nullable UUID meeting) {
        store.close(needsOpen(worker, meeting), clock.instant());
    }

    private @Nullable ClientId clientOf(AccountId worker, UUID item) {
        return store.of(worker).getFirst().items().stream().filter(it -> it.id().equals(item)).findFirst()
                .orElseThrow(() -> Refused.invalid("That is not on the agenda any more. Open the page again.").at("item")).clientId();
    }

    private UUID needsOpen(AccountId worker, @Nullable UUID meeting) {
        needsColleague(worker);
        return store.open(worker).filter(it -> it.equals(meeting)).orElseThrow(Supervision::closed);
    }

    private void needsColleague(AccountId worker) {
        if (accounts.colleagues().stream().noneMatch(it -> it.id().equals(worker))) {
            throw Refused.notFound("That worker could not be found.");
        }
    }

    private static Refused closed() {
        return Refused.conflict("This agenda was closed meanwhile. What was decided stays; open the next one.");
    }
}
