package org.casebridge.questionnaires.page;

import java.time.Instant;
import org.casebridge.questionnaires.Value;
import org.jspecify.annotations.Nullable;

/** Two people answered the same question differently at the same time; null is an answer that was taken back. */
public record Clash(@Nullable Value mine, @Nullable Value theirs, String by, Instant at) {}
