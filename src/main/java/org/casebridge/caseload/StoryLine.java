package org.casebridge.caseload;

import java.time.Instant;
import java.util.UUID;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** One thing that happened: what, why or how, where to read more (a path of ours), and whether it was entered in error. */
public record StoryLine(UUID id, Instant at, StoryKind kind, Sentence what, @Nullable Sentence why, @Nullable String path, boolean struck) {}
