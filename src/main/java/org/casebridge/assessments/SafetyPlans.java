package org.casebridge.assessments;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.casebridge.access.Actor;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Making a safety plan with a client, and a new version when something in it changes. */
@Service
@Transactional
public class SafetyPlans {

    private final SafetyPlanStore store;
    private final Story story;
    private final Clock clock;

    SafetyPlans(SafetyPlanStore store, Story story, Clock clock) {
        this.store = store;
        this.story = story;
        this.clock = clock;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<SafetyPlan> of(ClientId client) {
        return store.of(client);
    }

    @Transactional(readOnly = true)
    public Optional<SafetyPlan> current(ClientId client) {
        return store.of(client).stream().findFirst();
    }

    @Transactional(readOnly = true)
    public SafetyPlan get(ClientId client, SafetyPlanId id) {
        return store.of(client).stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow(() -> Refused.notFound("That safety plan could not be found."));
    }

    /** Makes the next version. Refuses one that says what the last says. */
    public SafetyPlan write(ClientId client, String language, SafetyPlan.Steps steps) {
        var last = current(client).orElse(null);
        if (last != null && last.steps().equals(steps) && last.language().equals(language)) {
            throw Refused.invalid("Nothing is different from the plan in force.");
        }
        var me = Actor.current();
        var plan = new SafetyPlan(SafetyPlanId.next(), client, last == null ? 1 : last.number() + 1, language, steps, me.account(), me.name(), clock.instant());
        store.add(plan);
        story.tell(client, plan.madeAt(), StoryKind.ASSESSMENT, last == null ? Sentence.of("Safety plan made") : Sentence.of("Safety plan changed, version {number}", plan.number()),
                Sentence.of("by {name}", me.name()), plan.path());
        return plan;
    }
}
