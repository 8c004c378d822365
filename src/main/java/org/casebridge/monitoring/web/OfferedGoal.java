package org.casebridge.monitoring.web;

import java.util.ArrayList;
import java.util.List;
import org.casebridge.careplans.GoalLine;
import org.casebridge.web.Form;

/** A goal of the plan at its place in the form. A draft keeps its goals' places, so that a plan that changed meanwhile moves no tick to another goal. */
public record OfferedGoal(GoalLine goal, String at) {

    private static final int MOST = 100;

    static List<OfferedGoal> of(List<GoalLine> goals, Form<?> form) {
        var kept = new ArrayList<String>();
        for (int i = 0; i < MOST; i++) {
            kept.add(form.value("goals[" + i + "].goal"));
        }
        var offered = new ArrayList<OfferedGoal>();
        for (var goal : goals) {
            var place = kept.indexOf(goal.id().text());
            if (place < 0) {
                place = kept.contains("") ? kept.indexOf("") : kept.size();
                kept.subList(place, Math.min(place + 1, kept.size())).clear();
                kept.add(place, goal.id().text());
            }
            offered.add(new OfferedGoal(goal, "goals[" + place + "]."));
        }
        return offered;
    }
}
