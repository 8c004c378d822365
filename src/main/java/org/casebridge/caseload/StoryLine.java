package org.casebridge.caseload;

import java.time.Instant;
import java.util.UUID;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** One thing that happened: what, why or how, and where to read more (a path of ours). */
public record StoryLine(UUID id, Instant at, StoryKind kind, Sentence what, @Nullable Sentence why, @Nullable String path) {}
