package org.casebridge.tasks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.casebridge.access.Account;
import org.casebridge.access.AccountId;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Reach;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What must be done by someone by a day, about a client or, without one, for oneself. */
@Service
@Transactional
public class Tasks {

    /** How many settled tasks a list still shows, so that one can be opened again. */
    private static final int SETTLED = 20;

    /** A day further away than this is taken for a slip of the year. */
    private static final int YEARS = 10;

    private final TaskStore store;
    private final Accounts accounts;
    private final Reach reach;
    private final Story story;
    private final Clock clock;

    Tasks(TaskStore store, Accounts accounts, Reach reach, Story story, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.reach = reach;
        this.story = story;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<TaskLine> of(ClientId client) {
        return store.of(client, SETTLED);
    }

    /** Those the acting person owns. */
    @Transactional(readOnly = true)
    public List<TaskLine> own() {
        return store.of(Actor.current().account(), SETTLED);
    }

    @Transactional(readOnly = true)
    public Task get(@Nullable ClientId client, TaskId id) {
        return store.get(client, id);
    }

    @Transactional(readOnly = true)
    public TaskLine line(@Nullable ClientId client, TaskId id) {
        return store.line(client, id);
    }

    /** Who can be given a task about this client: the acting person and those colleagues who reach the client one by one. */
    @Transactional(readOnly = true)
    public List<Account> owners(ClientId client) {
        var me = Actor.current().account();
        var all = new ArrayList<>(accounts.reaching(client.value()));
        if (all.stream().noneMatch(it -> it.id().equals(me))) {
            all.addFirst(accounts.get(me));
        }
        return all;
    }

    /** Refuses a day that is past or more than ten years away, and an owner who would not see it. */
    public TaskId add(@Nullable ClientId client, TaskWords said) {
        check(client, said, null);
        var task = Task.add(client, said, null, Actor.current().account(), clock.instant());
        store.add(task);
        return task.id();
    }

    /** A task made by a rule; rule and title are English sentences of the catalogue. It disappears when its reason does: {@link #withdraw}. */
    TaskId addByRule(ClientId client, TaskWords said, String rule) {
        var task = Task.add(client, said, rule, Actor.current().account(), clock.instant());
        store.add(task);
        return task.id();
    }

    void withdraw(ClientId client, String rule) {
        store.withdraw(client, rule, Actor.current().account(), clock.instant());
    }

    void handOver(ClientId client, AccountId from, AccountId to) {
        store.handOver(client, from, to);
    }

    public void change(@Nullable ClientId client, TaskId id, TaskWords said) {
        var task = store.get(client, id);
        check(client, said, task);
        store.replace(task.change(said));
    }

    public void finish(@Nullable ClientId client, TaskId id) {
        var task = settle(client, id, it -> it.finish(Actor.current().account(), clock.instant()));
        tell(task, Sentence.of("Task done: {title}", task.heading()), Sentence.of("by {name}", Actor.current().name()));
    }

    public void exempt(@Nullable ClientId client, TaskId id, String reason) {
        var task = settle(client, id, it -> it.exempt(reason, Actor.current().account(), clock.instant()));
        tell(task, Sentence.of("Task not needed: {title}", task.heading()), Sentence.of("{reason} · by {name}", reason, Actor.current().name()));
    }

    public void reopen(@Nullable ClientId client, TaskId id) {
        var task = settle(client, id, Task::reopen);
        tell(task, Sentence.of("Task opened again: {title}", task.heading()), Sentence.of("by {name}", Actor.current().name()));
    }

    private Task settle(@Nullable ClientId client, TaskId id, UnaryOperator<Task> verb) {
        var task = verb.apply(store.get(client, id));
        store.replace(task);
        return task;
    }

    private void check(@Nullable ClientId client, TaskWords said, @Nullable Task before) {
        var today = LocalDate.now(clock.withZone(Actor.current().zone()));
        var day = said.dueOn();
        if (day == null && said.dueAt() != null) {
            throw Refused.invalid("A time needs its day too.").at("dueOn");
        }
        if (day != null && day.isBefore(today) && (before == null || !day.equals(before.dueOn()))) {
            throw Refused.invalid("{day} is past. Choose today or a later day.", day).at("dueOn");
        }
        if (day != null && day.isAfter(today.plusYears(YEARS))) {
            throw Refused.invalid("{day} is more than ten years away. Look at the year again.", day).at("dueOn");
        }
        if (before == null || !said.owner().equals(before.owner())) {
            var owner = accounts.get(said.owner());
            var sees = client == null ? said.owner().equals(Actor.current().account())
                    : owner.agencyId().equals(Actor.current().agency()) && owner.role().wide() || reach.has(said.owner(), client.value());
            if (!sees) {
                throw Refused.invalid("{name} does not work with this client and would not see the task.", owner.name()).at("owner");
            }
        }
    }

    private void tell(Task task, Sentence what, Sentence why) {
        if (task.clientId() != null) {
            story.tell(task.clientId(), clock.instant(), StoryKind.TASK, what, why, "/clients/" + task.clientId().text() + "/tasks");
        }
    }

    Supplier<List<TaskLine>> due(Together.Questions questions, AccountId worker, LocalDate until) {
        return store.due(questions, worker, until);
    }
}
