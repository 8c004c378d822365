package org.casebridge.careplans;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Sentence;

/** What a version of a plan changes in the one before it, in sentences; what stayed is not mentioned. */
final class PlanChanges {

    private final List<Sentence> all = new ArrayList<>();

    private PlanChanges() {}

    static List<Sentence> between(CarePlan was, List<Goal> before, CarePlan is, List<Goal> now) {
        var changes = new PlanChanges();
        var old = byId(before, Goal::id);
        var kept = byId(now, Goal::id);
        for (var goal : now) {
            var earlier = old.get(goal.id());
            if (earlier == null) {
                changes.say("New goal: {goal}", goal.words());
            } else {
                changes.goal(earlier, goal);
                changes.steps(earlier, goal);
                changes.resources(earlier, goal);
            }
        }
        before.stream().filter(it -> !kept.containsKey(it.id())).forEach(it -> changes.say("No longer a goal: {goal}", it.words()));
        if (was.reviewDays() != is.reviewDays()) {
            changes.say("review every {days} days, was {before}", is.reviewDays(), was.reviewDays());
        }
        if (!Objects.equals(was.cadenceDays(), is.cadenceDays())) {
            changes.all.add(is.cadenceDays() == null ? Sentence.of("contact as often as the programme says")
                    : Sentence.of("contact every {days} days", is.cadenceDays()));
        }
        if (!was.strengths().equals(is.strengths())) {
            changes.say("strengths written anew");
        }
        return List.copyOf(changes.all);
    }

    /** That this version was agreed, with the first of what it changes. */
    static Sentence told(CarePlan plan, List<Sentence> changes) {
        return changes.isEmpty() ? Sentence.of("Plan agreed, version {number}", plan.number())
                : changes.size() == 1 ? Sentence.of("Plan changed to version {number}: {change}", plan.number(), changes.getFirst())
                : Sentence.of("Plan changed to version {number}: {change}; {count, plural, one {one more change} other {# more changes}}", plan.number(), changes.getFirst(), changes.size() - 1);
    }

    private void goal(Goal was, Goal is) {
        if (!was.words().equals(is.words())) {
            say("“{goal}”, was “{before}”", is.words(), was.words());
        }
        if (was.domain() != is.domain()) {
            say("{goal}: about {domain}, was {before}", is.words(), is.domain(), was.domain());
        }
        if (!was.measure().equals(is.measure())) {
            say("{goal}: we will know by “{measure}”", is.words(), is.measure());
        }
        if (!Objects.equals(was.targetOn(), is.targetOn())) {
            all.add(is.targetOn() == null ? Sentence.of("{goal}: without a date", is.words())
                    : was.targetOn() == null ? Sentence.of("{goal}: by {day}", is.words(), is.targetOn())
                    : Sentence.of("{goal}: by {day}, was {before}", is.words(), is.targetOn(), was.targetOn()));
        }
        if (was.priority() != is.priority()) {
            say("{goal}: {priority}, was {before}", is.words(), is.priority(), was.priority());
        }
        if (!was.strengths().equals(is.strengths())) {
            say("{goal}: strengths written anew", is.words());
        }
        if (!was.more().why().equals(is.more().why()) || !was.more().baseline().equals(is.more().baseline()) || !was.more().notTheirs().equals(is.more().notTheirs())) {
            say("{goal}: why it matters and how things stand written anew", is.words());
        }
        if (!was.more().levels().equals(is.more().levels())) {
            say("{goal}: levels written anew", is.words());
        }
        if (!Objects.equals(was.more().startOn(), is.more().startOn()) && is.more().startOn() != null) {
            say("{goal}: starts {day}", is.words(), is.more().startOn());
        }
    }

    private void steps(Goal was, Goal is) {
        var old = byId(was.steps(), Goal.Step::id);
        var kept = byId(is.steps(), Goal.Step::id);
        for (var step : is.steps()) {
            var before = old.get(step.id());
            if (before == null) {
                say("new step: {step}", step.what());
                continue;
            }
            if (!before.what().equals(step.what())) {
                say("{step}, was {before}", step.what(), before.what());
            }
            if (!before.timing().equals(step.timing())) {
                all.add(before.timing().isBlank() ? Sentence.of("{step} {timing}", step.what(), step.timing())
                        : step.timing().isBlank() ? Sentence.of("{step}: no longer {before}", step.what(), before.timing())
                        : Sentence.of("{step} {timing}, was {before}", step.what(), step.timing(), before.timing()));
            }
            if (!before.amount().equals(step.amount())) {
                all.add(step.amount().units() == null ? Sentence.of("{step}: order or amount changed", step.what())
                        : Sentence.of("{step}: {count} {unit}, {per}", step.what(), step.amount().units(), step.amount().unit(), step.amount().per()));
            }
            if (before.party() != step.party() || !before.who().equals(step.who())) {
                all.add(step.who().isBlank() ? Sentence.of("{step}: by {party}", step.what(), step.party())
                        : Sentence.of("{step}: by {who}", step.what(), step.who()));
            }
            if (!Objects.equals(before.dueOn(), step.dueOn())) {
                all.add(step.dueOn() == null ? Sentence.of("{step}: without a date", step.what())
                        : Sentence.of("{step}: by {day}", step.what(), step.dueOn()));
            }
        }
        was.steps().stream().filter(it -> !kept.containsKey(it.id())).forEach(it -> say("no longer a step: {step}", it.what()));
    }

    private void resources(Goal was, Goal is) {
        var old = byId(was.resources(), Goal.Resource::id);
        var kept = byId(is.resources(), Goal.Resource::id);
        for (var resource : is.resources()) {
            var before = old.get(resource.id());
            if (before == null) {
                say("also needed: {resource}", resource.what());
            } else if (!before.what().equals(resource.what()) || !before.source().equals(resource.source()) || !sameCost(before, resource)) {
                say("needed otherwise: {resource}", resource.what());
            }
        }
        was.resources().stream().filter(it -> !kept.containsKey(it.id())).forEach(it -> say("no longer needed: {resource}", it.what()));
    }

    private static boolean sameCost(Goal.Resource one, Goal.Resource other) {
        return one.cost() == null || other.cost() == null ? Objects.equals(one.cost(), other.cost()) : one.cost().compareTo(other.cost()) == 0;
    }

    private static <T, K extends Id> java.util.Map<K, T> byId(List<T> all, Function<T, K> id) {
        return all.stream().collect(toMap(id, it -> it));
    }

    private void say(String english, Object... values) {
        all.add(Sentence.of(english, values));
    }
}
