package org.casebridge.careplans;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.casebridge.access.Account;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.tasks.Task;
import org.casebridge.tasks.TaskId;
import org.casebridge.tasks.TaskWords;
import org.casebridge.tasks.Tasks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Steps of the plan in force that are done as tasks. A step settled settles its task, and a task done is its step done. */
@Service
@Transactional
public class Steps {

    private final PlanStore plans;
    private final GoalStore goals;
    private final FactStore facts;
    private final Tasks tasks;
    private final Clock clock;

    Steps(PlanStore plans, GoalStore goals, FactStore facts, Tasks tasks, Clock clock) {
        this.plans = plans;
        this.goals = goals;
        this.facts = facts;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** The open steps of staff that are no task yet and wait for no other step. */
    static List<Goal.Step> waiting(List<Goal> of, Set<UUID> tied) {
        return of.stream().filter(it -> it.lifecycle().open()).flatMap(goal -> goal.steps().stream().filter(it -> it.open() && it.party() == Goal.Party.STAFF && !goal.waits(it)))
                .filter(it -> !tied.contains(it.id().value())).toList();
    }

    /** Of the staff member named in the step where they work with the client, else of the acting person; due on the step's day, or on none when that is past. Refuses when there is none. */
    public void makeTasks(ClientId client) {
        var steps = plans.active(client).map(plan -> waiting(goals.of(plan.id()), facts.tied(client))).orElse(List.of());
        if (steps.isEmpty()) {
            throw Refused.conflict("No open step of staff is left to become a task.");
        }
        var owners = tasks.owners(client);
        for (var step : steps) {
            var due = step.dueOn() != null && step.dueOn().isBefore(today()) ? null : step.dueOn();
            var task = tasks.add(client, new TaskWords(step.what(), step.timing(), due, null, owner(owners, step), Task.Priority.NORMAL));
            facts.tie(client, step.id(), task.value());
        }
    }

    private static AccountId owner(List<Account> owners, Goal.Step step) {
        return owners.stream().filter(it -> it.name().equalsIgnoreCase(step.who())).findFirst().map(Account::id).orElse(Actor.current().account());
    }

    /** The task of a step goes the way of the step. */
    void settle(ClientId client, StepId step, boolean done, String words) {
        task(client, step).filter(Task::open).ifPresent(it -> {
            if (done) {
                tasks.finish(client, it.id());
            } else {
                tasks.exempt(client, it.id(), words);
            }
        });
    }

    void reopen(ClientId client, StepId step) {
        task(client, step).filter(it -> !it.open()).ifPresent(it -> tasks.reopen(client, it.id()));
    }

    private Optional<Task> task(ClientId client, StepId step) {
        return facts.task(client, step).map(it -> tasks.get(client, new TaskId(it)));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
