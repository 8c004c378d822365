package org.casebridge.careplans;

import java.time.LocalDate;
import org.casebridge.codes.NeedCategory;
import org.jspecify.annotations.Nullable;

/** A goal of the plan in force as other pages offer it: the client's words, what it is about, until when, and what was reached last. */
public record GoalLine(GoalId id, String words, NeedCategory domain, @Nullable LocalDate targetOn, Lifecycle lifecycle, @Nullable Achievement achievement) {}
