package org.casebridge.assessments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version of a form of the agency, as lists show it; {@code withdrawn}: nothing new is begun with it, in any version. */
public record FormLine(FormId id, int version, boolean published, String title, @Nullable Instant publishedAt, String madeBy, Instant madeAt, boolean withdrawn) {}
