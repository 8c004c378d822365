package org.casebridge.careplans;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.casebridge.kernel.Sentence;

/** One thing that two versions of a plan say, side by side; empty where one does not say it. */
public record PlanBeside(Sentence what, Sentence was, Sentence is) {

    private static final Sentence NOTHING = Sentence.of("–");

    public boolean changed() {
        return !was.equals(is);
    }

    /** Goal by goal in the order of the newer version, then what only the older held. */
    static List<PlanBeside> of(CarePlan was, List<Goal> before, PlanParts saidBefore, CarePlan is, List<Goal> now, PlanParts saidNow) {
        var rows = new ArrayList<PlanBeside>();
        add(rows, Sentence.of("Strengths"), plain(was.strengths()), plain(is.strengths()));
        add(rows, Sentence.of("Review"), Sentence.of("every {days} days", was.reviewDays()), Sentence.of("every {days} days", is.reviewDays()));
        var ids = new LinkedHashSet<GoalId>();
        now.forEach(it -> ids.add(it.id()));
        before.forEach(it -> ids.add(it.id()));
        for (var id : ids) {
            goal(rows, find(before, id), find(now, id));
        }
        for (var kind : Section.Kind.values()) {
            add(rows, Sentence.of("{name}", kind), said(saidBefore, kind), said(saidNow, kind));
        }
        var choices = new LinkedHashSet<java.util.UUID>();
        saidNow.choices().forEach(it -> choices.add(it.id()));
        saidBefore.choices().forEach(it -> choices.add(it.id()));
        choices.forEach(id -> add(rows, Sentence.of("Choice"), choice(saidBefore, id), choice(saidNow, id)));
        return List.copyOf(rows);
    }

    private static void goal(List<PlanBeside> rows, Optional<Goal> was, Optional<Goal> is) {
        var name = is.or(() -> was).orElseThrow().words();
        both(rows, Sentence.of("Goal"), was, is, it -> plain(it.words()));
        both(rows, Sentence.of("{goal}: why it matters", name), was, is, it -> plain(it.more().why()));
        both(rows, Sentence.of("{goal}: how things stand", name), was, is, it -> plain(it.more().baseline()));
        both(rows, Sentence.of("{goal}: how we will know", name), was, is, it -> plain(it.measure()));
        both(rows, Sentence.of("{goal}: about", name), was, is, it -> Sentence.of("{domain}, {priority}", it.domain(), it.priority()));
        both(rows, Sentence.of("{goal}: from", name), was, is, it -> it.more().startOn() == null ? NOTHING : Sentence.of("{day}", it.more().startOn()));
        both(rows, Sentence.of("{goal}: until", name), was, is, it -> it.targetOn() == null ? NOTHING : Sentence.of("{day}", it.targetOn()));
        for (int level = 0; level < 5; level++) {
            int at = level;
            both(rows, Sentence.of("{goal}: level {number}", name, level - 2), was, is, it -> it.more().scaled() ? plain(it.more().levels().get(at)) : NOTHING);
        }
        var ids = new LinkedHashSet<StepId>();
        is.ifPresent(it -> it.steps().forEach(step -> ids.add(step.id())));
        was.ifPresent(it -> it.steps().forEach(step -> ids.add(step.id())));
        for (var id : ids) {
            both(rows, Sentence.of("{goal}: step", name), was.flatMap(it -> step(it, id)), is.flatMap(it -> step(it, id)), PlanBeside::step);
        }
        var needs = new LinkedHashSet<ResourceId>();
        is.ifPresent(it -> it.resources().forEach(one -> needs.add(one.id())));
        was.ifPresent(it -> it.resources().forEach(one -> needs.add(one.id())));
        for (var id : needs) {
            both(rows, Sentence.of("{goal}: needed", name), was.flatMap(it -> need(it, id)), is.flatMap(it -> need(it, id)), it -> Sentence.of("{what} {source}", it.what(), it.source()));
        }
    }

    private static Sentence step(Goal.Step it) {
        var by = it.who().isBlank() ? Sentence.of("{step} ({party}) {timing}", it.what(), it.party(), it.timing()) : Sentence.of("{step} ({who}) {timing}", it.what(), it.who(), it.timing());
        var much = it.amount().units() == null ? by : Sentence.of("{step}; {count} {unit}, {per}", by, it.amount().units(), it.amount().unit(), it.amount().per());
        return it.dueOn() == null ? much : Sentence.of("{step}, by {day}", much, it.dueOn());
    }

    private static <T> void both(List<PlanBeside> rows, Sentence what, Optional<T> was, Optional<T> is, Function<T, Sentence> said) {
        add(rows, what, was.map(said).orElse(NOTHING), is.map(said).orElse(NOTHING));
    }

    private static void add(List<PlanBeside> rows, Sentence what, Sentence was, Sentence is) {
        if (!was.equals(NOTHING) || !is.equals(NOTHING)) {
            rows.add(new PlanBeside(what, was, is));
        }
    }

    private static Sentence plain(String words) {
        return words.isBlank() ? NOTHING : Sentence.of("{words}", words);
    }

    private static Sentence said(PlanParts parts, Section.Kind kind) {
        return parts.get(kind).map(it -> kind.right() ? Sentence.of("{day}", it.onDay()) : plain(it.words())).orElse(NOTHING);
    }

    private static Sentence choice(PlanParts parts, java.util.UUID id) {
        return parts.choices().stream().filter(it -> it.id().equals(id)).findFirst().map(it -> Sentence.of("{what}: {answer} {words}", it.what(), it.answer(), it.words())).orElse(NOTHING);
    }

    private static Optional<Goal> find(List<Goal> all, GoalId id) {
        return all.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    private static Optional<Goal.Step> step(Goal goal, StepId id) {
        return goal.steps().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    private static Optional<Goal.Resource> need(Goal goal, ResourceId id) {
        return goal.resources().stream().filter(it -> it.id().equals(id)).findFirst();
    }
}
