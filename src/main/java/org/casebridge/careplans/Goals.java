package org.casebridge.careplans;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of goals while the plan is in force: progress, steps taken, barriers, resources, and how far each is in its life. */
@Service
@Transactional
public class Goals {

    private static final int LONGEST = 2000;

    private final PlanStore plans;
    private final GoalStore goals;
    private final FactStore facts;
    private final Steps steps;
    private final Story story;
    private final Clock clock;

    Goals(PlanStore plans, GoalStore goals, FactStore facts, Steps steps, Story story, Clock clock) {
        this.plans = plans;
        this.goals = goals;
        this.facts = facts;
        this.steps = steps;
        this.story = story;
        this.clock = clock;
    }

    /** A goal as the plan in force words it, else as the newest version that names it does. */
    @Transactional(readOnly = true)
    public Goal get(ClientId client, GoalId id) {
        if (goals.exists(client, id)) {
            var versions = plans.all(client).stream().sorted(java.util.Comparator.comparing(it -> !it.active())).toList();
            for (var plan : versions) {
                var found = goals.of(plan.id()).stream().filter(it -> it.id().equals(id)).findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw Refused.notFound("That goal could not be found.");
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Progress> progress(ClientId client, GoalId goal) {
        return facts.progress(client, goal);
    }

    /** Of all goals of the client; those still in the way first. */
    @Transactional(readOnly = true)
    public List<Barrier> barriers(ClientId client) {
        return facts.barriers(client);
    }

    /** Refuses a goal that is not open, and a day to come. A contact tells its own story, so progress seen in one adds no line. */
    public void progress(ClientId client, GoalId id, Achievement achievement, String words, LocalDate on, @Nullable UUID contactId) {
        var goal = open(client, id);
        if (on.isAfter(today())) {
            throw Refused.invalid("Progress is noted when it was seen, not ahead of it.").at("on");
        }
        facts.addProgress(client, id, on, achievement, words, contactId);
        if (contactId == null) {
            tell(client, Sentence.of("{goal}: {achievement}", goal.words(), achievement), words, id);
        }
    }

    /** Refuses the way back from an end, and an end, a rest or a mistake without a word on why. */
    public void move(ClientId client, GoalId id, Lifecycle lifecycle, String why) {
        var goal = get(client, id);
        if (lifecycle == goal.lifecycle()) {
            throw Refused.invalid("The goal is there already: {lifecycle}.", lifecycle).at("lifecycle");
        }
        if (!goal.lifecycle().open() && lifecycle != Lifecycle.ACTIVE && lifecycle != Lifecycle.ENTERED_IN_ERROR) {
            throw Refused.invalid("This goal came to its end. It can be made active again.").at("lifecycle");
        }
        if (lifecycle != Lifecycle.ACTIVE && lifecycle != Lifecycle.COMPLETED && why.isBlank()) {
            throw Refused.invalid("Say in a few words why.").at("why");
        }
        facts.setLifecycle(client, id, lifecycle, today(), why.isBlank() ? null : why);
        tell(client, Sentence.of("{goal}: {lifecycle}", goal.words(), lifecycle), why, id);
    }

    /** Done, or not to be done with a word on why. */
    public void finish(ClientId client, GoalId id, StepId stepId, boolean done, String words) {
        var goal = open(client, id);
        var step = step(goal, stepId);
        brief(words, "words");
        if (!done && words.isBlank()) {
            throw Refused.invalid("Say why this step will not be done.").at("words");
        }
        facts.finishStep(client, stepId, done, today(), words);
        steps.settle(client, stepId, done, words);
        tell(client, done ? Sentence.of("Step done: {step}", step.what()) : Sentence.of("Step will not be done: {step}", step.what()),
                words.isBlank() ? goal.words() : words, id);
    }

    /** A step counted as done too early, or given up too soon, is to be done again. */
    public void reopen(ClientId client, GoalId id, StepId stepId) {
        var step = step(get(client, id), stepId);
        if (step.open()) {
            throw Refused.conflict("This step is still to be done.");
        }
        facts.reopenStep(client, stepId);
        steps.reopen(client, stepId);
        tell(client, Sentence.of("Step to be done again: {step}", step.what()), "", id);
    }

    public void secure(ClientId client, GoalId id, ResourceId resource, boolean secured) {
        var found = get(client, id).resources().stream().filter(it -> it.id().equals(resource)).findFirst()
                .orElseThrow(() -> Refused.notFound("That could not be found among what the goal needs."));
        if (secured) {
            facts.secure(client, resource, today());
            tell(client, Sentence.of("Secured: {resource}", found.what()), "", id);
        } else {
            facts.unsecure(client, resource);
            tell(client, Sentence.of("Not secured after all: {resource}", found.what()), "", id);
        }
    }

    public void addBarrier(ClientId client, GoalId id, Barrier.Kind kind, String words, String owner, @Nullable LocalDate dueOn) {
        var goal = open(client, id);
        if (dueOn != null && dueOn.isBefore(today())) {
            throw Refused.invalid("{day} is past. Choose today or a later day.", dueOn).at("dueOn");
        }
        facts.addBarrier(client, new Barrier(BarrierId.next(), id, kind, words, owner, today(), null, null, dueOn));
        tell(client, Sentence.of("In the way of “{goal}”: {barrier}", goal.words(), words), owner, id);
    }

    public void endBarrier(ClientId client, BarrierId id, String how) {
        brief(how, "how");
        var barrier = facts.barrier(client, id);
        facts.endBarrier(barrier.end(today(), how));
        tell(client, Sentence.of("Out of the way: {barrier}", barrier.words()), how, barrier.goalId());
    }

    private Goal open(ClientId client, GoalId id) {
        var goal = get(client, id);
        if (!goal.lifecycle().open()) {
            throw Refused.conflict("This goal came to its end. It can be made active again.");
        }
        return goal;
    }

    private static void brief(String words, String field) {
        if (words.length() > LONGEST) {
            throw Refused.invalid("Keep this to {most} characters or fewer.", LONGEST).at(field);
        }
    }

    private static Goal.Step step(Goal goal, StepId id) {
        return goal.steps().stream().filter(it -> it.id().equals(id)).findFirst()
                .orElseThrow(() -> Refused.notFound("That step could not be found under this goal."));
    }

    private void tell(ClientId client, Sentence what, String words, GoalId goal) {
        var by = Actor.current().name();
        story.tell(client, clock.instant(), StoryKind.PLAN, what, words.isBlank() ? Sentence.of("by {name}", by) : Sentence.of("{words} · by {name}", words, by),
                "/clients/" + client.text() + "/plan/goals/" + goal.text());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
