package org.casebridge.planner.share;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One open case: who carries it now, who else may, and what it costs to tear it from whoever knows the person ({@code ties}, 0 to 100). */
@PlanningEntity
public class Carried {

    @PlanningId private String id = "";
    private int points;
    private int ties;
    private @Nullable Bearer now;
    private List<Bearer> may = List.of();
    @PlanningPin private boolean pinned;

    @PlanningVariable(valueRangeProviderRefs = "may") private @Nullable Bearer bearer;

    /** For the solver's copies. */
    public Carried() {}

    public Carried(String id, int points, int ties, Bearer now, List<Bearer> may, boolean pinned) {
        this.id = id;
        this.points = points;
        this.ties = ties;
        this.now = now;
        this.may = may;
        this.pinned = pinned || may.size() < 2;
        this.bearer = now;
    }

    public String getId() { return id; }

    public int points() { return points; }

    public int ties() { return ties; }

    public @Nullable Bearer now() { return now; }

    public boolean isPinned() { return pinned; }

    @ValueRangeProvider(id = "may")
    public List<Bearer> getMay() { return may; }

    public @Nullable Bearer getBearer() { return bearer; }

    public void setBearer(@Nullable Bearer bearer) { this.bearer = bearer; }

    public boolean moved() {
        return bearer != null && !bearer.equals(now);
    }

    @Override
    public String toString() { return id; }
}
