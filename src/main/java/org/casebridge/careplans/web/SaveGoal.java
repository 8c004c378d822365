package org.casebridge.careplans.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.casebridge.assessments.NeedsPicture;
import org.casebridge.careplans.Goal;
import org.casebridge.careplans.GoalId;
import org.casebridge.careplans.LibraryGoal;
import org.casebridge.careplans.Lifecycle;
import org.casebridge.careplans.ResourceId;
import org.casebridge.careplans.StepId;
import org.casebridge.codes.NeedCategory;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** Wording a goal with its steps and what it needs, in one form; an emptied line leaves the goal. {@code seen} is the version of the plan that was shown. */
record SaveGoal(
        @NotBlank(message = "Write the goal as the client says it.") @Size(max = 500) @Nullable String words,
        @NotNull(message = "Choose what the goal is about.") @Nullable NeedCategory domain,
        @Size(max = 500) @Nullable String measure,
        @Nullable LocalDate targetOn,
        Goal.@Nullable Priority priority,
        @Size(max = 2000) @Nullable String strengths,
        @NotNull(message = "Say whose words these are.") @Nullable Whose whose,
        @Size(max = 1000) @Nullable String whyNotTheirs,
        @Size(max = 2000) @Nullable String why,
        @Size(max = 1000) @Nullable String baseline,
        @Nullable LocalDate startOn,
        @Size(max = 500) @Nullable String muchLess, @Size(max = 500) @Nullable String less, @Size(max = 500) @Nullable String expected,
        @Size(max = 500) @Nullable String better, @Size(max = 500) @Nullable String muchMore,
        @Size(max = 2000) @Nullable String staffNote,
        @Size(max = 30) @Nullable List<@Valid @Nullable StepRow> steps,
        @Size(max = 20) @Nullable List<@Valid @Nullable ResourceRow> resources,
        @NotNull(message = "This form is incomplete. Open it again from the plan.") @Nullable Integer seen) {

    enum Whose implements Worded {
        CLIENT("The client’s own words"), OTHER("Not their words, and why");

        private final String words;

        Whose(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** {@code after}: the number, from 1, of the line whose step comes first. */
    record StepRow(@Nullable StepId id, @Size(max = 300) @Nullable String what, Goal.@Nullable Party party, @Size(max = 200) @Nullable String who,
                   @Size(max = 200) @Nullable String timing, @Nullable LocalDate dueOn, @Nullable LocalDate startOn,
                   @Min(value = 1, message = "Write a number of units from 1 to 10,000.") @Max(value = 10000, message = "Write a number of units from 1 to 10,000.") @Nullable Integer units,
                   Goal.@Nullable Unit unit, Goal.@Nullable Per per, @Nullable Integer after) {

        boolean halfMeasured() { return !empty() && !(units == null && unit == null && per == null) && (units == null || unit == null || per == null); }

        boolean empty() { return text(what).isBlank(); }

        boolean orphan() { return empty() && id == null && (!text(who).isBlank() || !text(timing).isBlank() || dueOn != null); }
    }

    record ResourceRow(@Nullable ResourceId id, Goal.Resource.@Nullable Kind kind, @Size(max = 300) @Nullable String what, @Size(max = 200) @Nullable String source,
                       @DecimalMin(value = "0", message = "A cost is 0 or more.") @DecimalMax(value = "9999999999", message = "This cost is too large.")
                       @Digits(integer = 10, fraction = 2, message = "Write the cost with at most two digits after the point.") @Nullable BigDecimal cost) {

        boolean empty() { return text(what).isBlank(); }
    }

    static SaveGoal blank(int seen) {
        return begun(null, null, null, Goal.Priority.MEDIUM, null, Whose.CLIENT, List.of(), seen);
    }

    /** About a need that the client chose to act on; its words are a beginning, to be put as what the client wants. */
    static SaveGoal about(NeedsPicture.Domain need, int seen) {
        return begun(brief(need.hard(), 500), need.category(), null, Goal.Priority.HIGH, brief(need.helps(), 2000), null, List.of(), seen);
    }

    /** As the library words it in this language, to be put in the client's own words; from a need, what they said of it stays. */
    static SaveGoal like(LibraryGoal.Text text, NeedCategory domain, @Nullable SaveGoal need, int seen) {
        return begun(need == null ? text.goal() : need.words(), domain, text.measure(), need == null ? Goal.Priority.MEDIUM : Goal.Priority.HIGH, need == null ? null : need.strengths(), null,
                text.steps().stream().map(it -> new StepRow(null, brief(it, 300), null, null, null, null, null, null, null, null, null)).toList(), seen);
    }

    private static SaveGoal begun(@Nullable String words, @Nullable NeedCategory domain, @Nullable String measure, Goal.Priority priority, @Nullable String strengths, @Nullable Whose whose,
                                  List<StepRow> steps, int seen) {
        return new SaveGoal(words, domain, measure, null, priority, strengths, whose, null, null, null, null, null, null, null, null, null, null, steps, null, seen);
    }

    private static String brief(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    static SaveGoal of(Goal goal, int seen) {
        var more = goal.more();
        var levels = more.scaled() ? more.levels() : List.of("", "", "", "", "");
        var ids = goal.steps().stream().map(Goal.Step::id).toList();
        return new SaveGoal(goal.words(), goal.domain(), goal.measure(), goal.targetOn(), goal.priority(), goal.strengths(), more.notTheirs().isBlank() ? Whose.CLIENT : Whose.OTHER,
                more.notTheirs(), more.why(), more.baseline(), more.startOn(), levels.get(0), levels.get(1), levels.get(2), levels.get(3), levels.get(4), more.staffNote(),
                goal.steps().stream().map(it -> new StepRow(it.id(), it.what(), it.party(), it.who(), it.timing(), it.dueOn(), it.amount().startOn(), it.amount().units(), it.amount().unit(),
                        it.amount().per(), it.amount().after() == null ? null : ids.indexOf(it.amount().after()) + 1)).toList(),
                goal.resources().stream().map(it -> new ResourceRow(it.id(), it.kind(), it.what(), it.source(), it.cost())).toList(), seen);
    }

    /** The goal as it is worded now. A line keeps its key only if the goal had it before, so that no key of another goal comes in. */
    Goal goal(@Nullable Goal before) {
        Predicate<@Nullable Id> known = id -> before != null && id != null && (before.steps().stream().anyMatch(it -> it.id().equals(id))
                || before.resources().stream().anyMatch(it -> it.id().equals(id)));
        var lines = steps == null ? List.<@Nullable StepRow>of() : steps;
        var ids = lines.stream().map(it -> it != null && known.test(it.id()) ? it.id() : StepId.next()).toList();
        var kept = java.util.stream.IntStream.range(0, lines.size()).filter(i -> lines.get(i) != null && !lines.get(i).empty()).boxed().toList();
        var levels = List.of(text(muchLess), text(less), text(expected), text(better), text(muchMore));
        return new Goal(before == null ? GoalId.next() : before.id(), text(words), Objects.requireNonNull(domain), text(measure), targetOn,
                priority == null ? Goal.Priority.MEDIUM : priority, text(strengths), Lifecycle.PROPOSED, null, null,
                kept.stream().map(i -> step(lines.get(i), ids.get(i), number -> kept.contains(number - 1) ? ids.get(number - 1) : null)).toList(),
                rows(resources).stream().filter(it -> !it.empty()).map(it -> new Goal.Resource(known.test(it.id()) ? it.id() : ResourceId.next(), text(it.what()),
                        text(it.source()), it.cost(), null, it.kind() == null ? Goal.Resource.Kind.THING : it.kind())).toList(),
                new Goal.More(text(why), whose == Whose.OTHER ? text(whyNotTheirs) : "", text(baseline), startOn, levels.stream().allMatch(String::isBlank) ? List.of() : levels, text(staffNote)));
    }

    private static Goal.Step step(StepRow it, StepId id, java.util.function.IntFunction<@Nullable StepId> line) {
        return new Goal.Step(id, text(it.what()), it.party() == null ? Goal.Party.CLIENT : it.party(), text(it.who()), text(it.timing()), it.dueOn(), null, null, null,
                new Goal.Amount(it.startOn(), it.units(), it.unit(), it.per(), it.after() == null ? null : line.apply(it.after())));
    }

    /** Some levels of the scale and not all, or none. */
    boolean halfScaled() {
        var levels = java.util.stream.Stream.of(text(muchLess), text(less), text(expected), text(better), text(muchMore)).filter(it -> !it.isBlank()).count();
        return levels > 0 && levels < 5;
    }

    static <T> List<T> rows(@Nullable List<@Nullable T> rows) {
        return rows == null ? List.of() : rows.stream().<T>mapMulti((it, into) -> { if (it != null) into.accept(it); }).toList();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
