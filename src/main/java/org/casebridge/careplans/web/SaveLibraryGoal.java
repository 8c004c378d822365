package org.casebridge.careplans.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.casebridge.careplans.LibraryGoal;
import org.casebridge.codes.NeedCategory;
import org.jspecify.annotations.Nullable;

/** A goal of the library in both languages; steps one a line. */
record SaveLibraryGoal(@NotNull(message = "Choose what the goal is about.") @Nullable NeedCategory domain, LibraryGoal.@Nullable Template template, @Nullable UUID program,
                       @NotBlank(message = "Write the goal in English.") @Size(max = 500) @Nullable String goalEn, @Size(max = 500) @Nullable String measureEn, @Size(max = 4000) @Nullable String stepsEn,
                       @Size(max = 500) @Nullable String goalEs, @Size(max = 500) @Nullable String measureEs, @Size(max = 4000) @Nullable String stepsEs,
                       @Nullable Boolean retired, @NotNull(message = PlanForms.INCOMPLETE) @Nullable Integer seen) {

    static SaveLibraryGoal of(@Nullable LibraryGoal goal) {
        return goal == null ? new SaveLibraryGoal(null, null, null, null, null, null, null, null, null, false, 0)
                : new SaveLibraryGoal(goal.domain(), goal.template(), goal.program(), goal.english().goal(), goal.english().measure(), goal.english().lines(),
                goal.spanish().goal(), goal.spanish().measure(), goal.spanish().lines(), goal.retired(), goal.version());
    }

    LibraryGoal.Text english() { return text(goalEn, measureEn, stepsEn); }

    LibraryGoal.Text spanish() { return text(goalEs, measureEs, stepsEs); }

    private static LibraryGoal.Text text(@Nullable String goal, @Nullable String measure, @Nullable String steps) {
        return new LibraryGoal.Text(PlanForms.text(goal).strip(), PlanForms.text(measure).strip(), PlanForms.text(steps).lines().map(String::strip).filter(it -> !it.isBlank()).toList());
    }
}
