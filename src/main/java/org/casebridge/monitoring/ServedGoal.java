package org.casebridge.monitoring;

import org.casebridge.careplans.Achievement;
import org.casebridge.careplans.GoalId;
import org.jspecify.annotations.Nullable;

/** A goal a contact served, and what was reached of it, when that was seen. */
public record ServedGoal(GoalId goal, @Nullable Achievement achievement, String words) {}
