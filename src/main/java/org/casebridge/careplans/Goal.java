package org.casebridge.careplans;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.casebridge.codes.NeedCategory;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/**
 * A goal as one version of the plan words it, with its steps and what it needs, and beside that what is true of it today: its lifecycle
 * and, as a fact of its own, what was reached. {@code measure}: how we will know.
 */
public record Goal(GoalId id, String words, NeedCategory domain, String measure, @Nullable LocalDate targetOn, Priority priority, String strengths,
                   Lifecycle lifecycle, @Nullable String lifecycleWhy, @Nullable Achievement achievement, List<Step> steps, List<Resource> resources) {

    /** hl7.org/fhir/R4/valueset-goal-priority.html. */
    public enum Priority implements Worded {
        HIGH("Comes first"), MEDIUM("Comes next"), LOW("When there is room");

        private final String words;

        Priority(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** A step under a goal: what, by whom, when or how often. {@code done} is null while it is to be done, false when it will not be. */
    public record Step(StepId id, String what, Party party, String who, String timing, @Nullable LocalDate dueOn,
                       @Nullable Boolean done, @Nullable LocalDate doneOn, @Nullable String result) {

        public boolean open() { return done == null; }

        public boolean isDone() { return Boolean.TRUE.equals(done); }

        public boolean late(LocalDate today) { return open() && dueOn != null && dueOn.isBefore(today); }
    }

    /** Who takes a step. */
    public enum Party implements Worded {
        STAFF("Staff"), CLIENT("The client"), SUPPORT("A support person"), AGENCY("Another agency");

        private final String words;

        Party(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** What a goal needs beyond effort: a benefit, money, a document, a thing. Cost in the agency's currency. */
    public record Resource(ResourceId id, String what, String source, java.math.@Nullable BigDecimal cost, @Nullable LocalDate securedOn) {}

    /** The step to be taken now: the first that is open. */
    public Optional<Step> now() {
        return steps.stream().filter(Step::open).findFirst();
    }

    Goal holding(List<Step> steps, List<Resource> resources) {
        return new Goal(id, words, domain, measure, targetOn, priority, strengths, lifecycle, lifecycleWhy, achievement, steps, resources);
    }
}
