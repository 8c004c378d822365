package org.casebridge.assessments.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.casebridge.assessments.SafetyPlan;
import org.jspecify.annotations.Nullable;

/** The six steps of a safety plan, one thing a line. */
public record WriteSafetyPlan(
        @NotBlank(message = "Write at least one sign by which they know that it begins.") @Size(max = 2000) String signs,
        @Nullable @Size(max = 2000) String coping,
        @Nullable @Size(max = 2000) String distraction,
        @Nullable @Size(max = 2000) String people,
        @NotBlank(message = "Write at least one number to call.") @Size(max = 2000) String professionals,
        @Nullable @Size(max = 2000) String surroundings,
        @NotBlank(message = "Say in which language it is printed.") @Pattern(regexp = "|en|es", message = "Choose one of the answers offered.") String language) {

    SafetyPlan.Steps steps() {
        return new SafetyPlan.Steps(signs, said(coping), said(distraction), said(people), professionals, said(surroundings));
    }

    static Map<String, List<String>> known(SafetyPlan plan) {
        var steps = plan.steps();
        return Map.of("signs", List.of(steps.signs()), "coping", List.of(steps.coping()), "distraction", List.of(steps.distraction()), "people", List.of(steps.people()),
                "professionals", List.of(steps.professionals()), "surroundings", List.of(steps.surroundings()), "language", List.of(plan.language()));
    }

    private static String said(@Nullable String words) {
        return words == null ? "" : words;
    }
}
