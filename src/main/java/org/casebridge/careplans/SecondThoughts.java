package org.casebridge.careplans;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking back what was done to a plan, each with its reason in the story: its end, progress noted by mistake, a barrier thought out of the way. */
@Service
@Transactional
public class SecondThoughts {

    private final PlanStore plans;
    private final GoalStore goals;
    private final FactStore facts;
    private final Story story;
    private final Clock clock;

    SecondThoughts(PlanStore plans, GoalStore goals, FactStore facts, Story story, Clock clock) {
        this.plans = plans;
        this.goals = goals;
        this.facts = facts;
        this.story = story;
        this.clock = clock;
    }

    /** The plan goes on as it was, and its goals that ended with it. Refuses while another is in force or being drafted. */
    public void reinstate(ClientId client, PlanId id, String why) {
        if (plans.active(client).isPresent() || plans.open(client).isPresent()) {
            throw Refused.conflict("Another plan is in force or being drafted already.");
        }
        var ended = plans.get(client, id);
        plans.replace(ended.reinstate());
        goals.goOn(ended, today());
        tell(client, Sentence.of("The end of the plan was taken back, version {number}", ended.number()), why, "");
    }

    public void strikeProgress(ClientId client, GoalId goal, UUID progress, String why) {
        if (facts.strikeProgress(client, goal, progress, today(), why.strip()) == 0) {
            throw Refused.notFound("That progress could not be found, or was struck already.");
        }
        tell(client, Sentence.of("Progress struck out: it was entered in error"), why, "/goals/" + goal.text());
    }

    public void reopenBarrier(ClientId client, BarrierId id) {
        var barrier = facts.barrier(client, id);
        if (facts.reopenBarrier(client, id) == 0) {
            throw Refused.conflict("This barrier is in the way still.");
        }
        tell(client, Sentence.of("In the way again: {barrier}", barrier.words()), "", "/goals/" + barrier.goalId().text());
    }

    private void tell(ClientId client, Sentence what, String words, String path) {
        var by = Actor.current().name();
        story.tell(client, clock.instant(), StoryKind.PLAN, what, words.isBlank() ? Sentence.of("by {name}", by) : Sentence.of("{words} · by {name}", words, by), "/clients/" + client.text() + "/plan" + path);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
