package org.casebridge.assessments;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A score of a form of an agency: no value as long as answers are missing, only what was counted so far. */
public record FilledScore(String item, String name, @Nullable BigDecimal value, @Nullable BigDecimal soFar, int answered, int required) {}
