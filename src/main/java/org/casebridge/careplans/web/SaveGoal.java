package org.casebridge.careplans.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
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
import org.casebridge.careplans.Lifecycle;
import org.casebridge.careplans.ResourceId;
import org.casebridge.careplans.StepId;
import org.casebridge.codes.NeedCategory;
import org.casebridge.kernel.Id;
import org.jspecify.annotations.Nullable;

/** Wording a goal with its steps and what it needs, in one form; an emptied line leaves the goal. {@code seen} is the version of the plan that was shown. */
record SaveGoal(
        @NotBlank(message = "Write the goal as the client says it.") @Size(max = 500) @Nullable String words,
        @NotNull(message = "Choose what the goal is about.") @Nullable NeedCategory domain,
        @Size(max = 500) @Nullable String measure,
        @Nullable LocalDate targetOn,
        Goal.@Nullable Priority priority,
        @Size(max = 2000) @Nullable String strengths,
        @Size(max = 30) @Nullable List<@Valid @Nullable StepRow> steps,
        @Size(max = 20) @Nullable List<@Valid @Nullable ResourceRow> resources,
        @NotNull(message = "This form is incomplete. Open it again from the plan.") @Nullable Integer seen) {

    record StepRow(@Nullable StepId id, @Size(max = 300) @Nullable String what, Goal.@Nullable Party party, @Size(max = 200) @Nullable String who,
                   @Size(max = 200) @Nullable String timing, @Nullable LocalDate dueOn) {

        boolean empty() { return text(what).isBlank(); }

        boolean orphan() { return empty() && id == null && (!text(who).isBlank() || !text(timing).isBlank() || dueOn != null); }
    }

    record ResourceRow(@Nullable ResourceId id, @Size(max = 300) @Nullable String what, @Size(max = 200) @Nullable String source,
                       @DecimalMin(value = "0", message = "A cost is 0 or more.") @DecimalMax(value = "9999999999", message = "This cost is too large.")
                       @Digits(integer = 10, fraction = 2, message = "Write the cost with at most two digits after the point.") @Nullable BigDecimal cost) {

        boolean empty() { return text(what).isBlank(); }
    }

    static SaveGoal blank(int seen) {
        return new SaveGoal(null, null, null, null, Goal.Priority.MEDIUM, null, null, null, seen);
    }

    /** About a need that the client chose to act on; its words are a beginning, to be put as what the client wants. */
    static SaveGoal about(NeedsPicture.Domain need, int seen) {
        return new SaveGoal(brief(need.hard(), 500), need.category(), null, null, Goal.Priority.HIGH, brief(need.helps(), 2000), null, null, seen);
    }

    private static String brief(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    static SaveGoal of(Goal goal, int seen) {
        return new SaveGoal(goal.words(), goal.domain(), goal.measure(), goal.targetOn(), goal.priority(), goal.strengths(),
                goal.steps().stream().map(it -> new StepRow(it.id(), it.what(), it.party(), it.who(), it.timing(), it.dueOn())).toList(),
                goal.resources().stream().map(it -> new ResourceRow(it.id(), it.what(), it.source(), it.cost())).toList(), seen);
    }

    /** The goal as it is worded now. A line keeps its key only if the goal had it before, so that no key of another goal comes in. */
    Goal goal(@Nullable Goal before) {
        Predicate<@Nullable Id> known = id -> before != null && id != null && (before.steps().stream().anyMatch(it -> it.id().equals(id))
                || before.resources().stream().anyMatch(it -> it.id().equals(id)));
        return new Goal(before == null ? GoalId.next() : before.id(), text(words), Objects.requireNonNull(domain), text(measure), targetOn,
                priority == null ? Goal.Priority.MEDIUM : priority, text(strengths), Lifecycle.PROPOSED, null, null,
                rows(steps).stream().filter(it -> !it.empty()).map(it -> new Goal.Step(known.test(it.id()) ? it.id() : StepId.next(), text(it.what()),
                        it.party() == null ? Goal.Party.CLIENT : it.party(), text(it.who()), text(it.timing()), it.dueOn(), null, null, null)).toList(),
                rows(resources).stream().filter(it -> !it.empty()).map(it -> new Goal.Resource(known.test(it.id()) ? it.id() : ResourceId.next(), text(it.what()),
                        text(it.source()), it.cost(), null)).toList());
    }

    static <T> List<T> rows(@Nullable List<@Nullable T> rows) {
        return rows == null ? List.of() : rows.stream().<T>mapMulti((it, into) -> { if (it != null) into.accept(it); }).toList();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
