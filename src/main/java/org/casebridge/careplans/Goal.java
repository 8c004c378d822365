package org.casebridge.careplans;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.casebridge.codes.NeedCategory;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/**
 * A goal as one version of the plan words it, with its steps and what it needs, and beside that what is true of it today: its lifecycle
 * and, as a fact of its own, what was reached. {@code measure}: how we will know.
 */
public record Goal(GoalId id, String words, NeedCategory domain, String measure, @Nullable LocalDate targetOn, Priority priority, String strengths,
                   Lifecycle lifecycle, @Nullable String lifecycleWhy, @Nullable Achievement achievement, List<Step> steps, List<Resource> resources, More more) {

    /** Without what a person-centred plan says beside. */
    public Goal(GoalId id, String words, NeedCategory domain, String measure, @Nullable LocalDate targetOn, Priority priority, String strengths,
                Lifecycle lifecycle, @Nullable String lifecycleWhy, @Nullable Achievement achievement, List<Step> steps, List<Resource> resources) {
        this(id, words, domain, measure, targetOn, priority, strengths, lifecycle, lifecycleWhy, achievement, steps, resources, More.NONE);
    }

    /**
     * Why it matters to the client; why the words are not their own (empty: they are); how things stand now; from when; the five levels of goal attainment scaling from −2
     * to +2, or none; and a note for the team, which the client's copy never shows.
     */
    public record More(String why, String notTheirs, String baseline, @Nullable LocalDate startOn, List<String> levels, String staffNote) {

        public static final More NONE = new More("", "", "", null, List.of(), "");

        public boolean scaled() { return levels.size() == 5; }
    }

    /** hl7.org/fhir/R4/valueset-goal-priority.html. */
    public enum Priority implements Worded {
        HIGH("Comes first"), MEDIUM("Comes next"), LOW("When there is room");

        private final String words;

        Priority(String words) { this.words = words; }

        @Override
        public String words() { return words; }

        /** What the goal weighs among others: 3, 2 or 1. */
        public int weight() { return 3 - ordinal(); }
    }

    /** A step under a goal: what, by whom, when or how often. {@code done} is null while it is to be done, false when it will not be. */
    public record Step(StepId id, String what, Party party, String who, String timing, @Nullable LocalDate dueOn,
                       @Nullable Boolean done, @Nullable LocalDate doneOn, @Nullable String result, Amount amount) {

        public Step(StepId id, String what, Party party, String who, String timing, @Nullable LocalDate dueOn, @Nullable Boolean done, @Nullable LocalDate doneOn, @Nullable String result) {
            this(id, what, party, who, timing, dueOn, done, doneOn, result, Amount.NONE);
        }

        public boolean open() { return done == null; }

        public boolean isDone() { return Boolean.TRUE.equals(done); }

        public boolean late(LocalDate today) { return open() && dueOn != null && dueOn.isBefore(today); }
    }

    /** From when a step runs, how many units of what in which time, and the step of the same goal that comes first. Units, their kind and their time stand together or not at all. */
    public record Amount(@Nullable LocalDate startOn, @Nullable Integer units, @Nullable Unit unit, @Nullable Per per, @Nullable StepId after) {

        public static final Amount NONE = new Amount(null, null, null, null, null);

        /** How much of it was to be given between two days, both counted: null when no amount was planned. Half a week counts as half a week. */
        public @Nullable Double planned(LocalDate from, LocalDate until) {
            if (units == null || per == null) {
                return null;
            }
            var days = Math.max(0, java.time.temporal.ChronoUnit.DAYS.between(startOn != null && startOn.isAfter(from) ? startOn : from, until) + 1);
            return switch (per) {
                case ONCE, PLAN -> (double) units;
                case WEEK -> units * days / 7.0;
                case MONTH -> units * days / 30.4375;
            };
        }
    }

    public enum Unit implements Worded {
        VISIT("Visits"), HOUR("Hours"), CALL("Calls"), SESSION("Sessions"), RIDE("Rides"), MEAL("Meals"), OTHER("Times");

        private final String words;

        Unit(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public enum Per implements Worded {
        ONCE("Once"), WEEK("Each week"), MONTH("Each month"), PLAN("In the whole plan");

        private final String words;

        Per(String words) { this.words = words; }

        @Override
        public String words() { return words; }
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
    public record Resource(ResourceId id, String what, String source, java.math.@Nullable BigDecimal cost, @Nullable LocalDate securedOn, Kind kind) {

        public Resource(ResourceId id, String what, String source, java.math.@Nullable BigDecimal cost, @Nullable LocalDate securedOn) {
            this(id, what, source, cost, securedOn, Kind.THING);
        }

        public enum Kind implements Worded {
            SERVICE("A service"), BENEFIT("A benefit"), MONEY("Money"), DOCUMENT("A document"), THING("A thing");

            private final String words;

            Kind(String words) { this.words = words; }

            @Override
            public String words() { return words; }
        }
    }

    /** The step to be taken now: the first that is open and waits for no other. */
    public Optional<Step> now() {
        return steps.stream().filter(Step::open).filter(it -> !waits(it)).findFirst().or(() -> steps.stream().filter(Step::open).findFirst());
    }

    /** Whether another step, still open, comes before this one. */
    public boolean waits(Step step) {
        return first(step).filter(Step::open).isPresent();
    }

    /** The step that has to be done before this one. */
    public Optional<Step> first(Step step) {
        return step.amount().after() == null ? Optional.empty() : steps.stream().filter(it -> it.id().equals(step.amount().after())).findFirst();
    }

    /** Refuses days in the wrong order, levels of which only some are worded, and steps that wait for each other in a circle. */
    void check() {
        if (more.startOn() != null && targetOn != null && targetOn.isBefore(more.startOn())) {
            throw Refused.invalid("The goal cannot be reached before it starts, on {day}.", more.startOn()).at("targetOn");
        }
        var next = new HashMap<StepId, StepId>();
        for (int i = 0; i < steps.size(); i++) {
            var amount = steps.get(i).amount();
            if (amount.startOn() != null && steps.get(i).dueOn() != null && steps.get(i).dueOn().isBefore(amount.startOn())) {
                throw Refused.invalid("A step cannot end before it starts: {step}", steps.get(i).what()).at("steps[" + i + "].dueOn");
            }
            if (amount.after() != null) {
                next.put(steps.get(i).id(), amount.after());
            }
        }
        for (int i = 0; i < steps.size(); i++) {
            var seen = new HashSet<StepId>();
            for (var at = steps.get(i).id(); at != null; at = next.get(at)) {
                if (!seen.add(at)) {
                    throw Refused.invalid("These steps wait for each other in a circle, so none could begin: {step}", steps.get(i).what()).at("steps[" + i + "].after");
                }
            }
        }
    }

    /** The same, with what is said beside its words. */
    public Goal with(More more) {
        return new Goal(id, words, domain, measure, targetOn, priority, strengths, lifecycle, lifecycleWhy, achievement, steps, resources, more);
    }

    Goal holding(List<Step> steps, List<Resource> resources) {
        return new Goal(id, words, domain, measure, targetOn, priority, strengths, lifecycle, lifecycleWhy, achievement, steps, resources, more);
    }
}
