package org.casebridge.careplans;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that the plan's page shows, asked of the database at once: every version, the one in force with its goals and parts, barriers of all goals, and the steps of staff that could become tasks. */
public record PlanSheet(List<CarePlan> all, @Nullable CarePlan active, @Nullable CarePlan drafted, List<Goal> goals, PlanParts parts, List<Barrier> barriers, List<Goal.Step> toTasks) {

    /** Those that were agreed once, the newest first. */
    public List<CarePlan> versions() {
        return all.stream().filter(it -> !it.open()).toList();
    }
}
