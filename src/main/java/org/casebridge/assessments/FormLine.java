package org.casebridge.assessments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version of a form of the agency, as lists show it. */
public record FormLine(FormId id, int version, boolean published, String title, @Nullable Instant publishedAt, String madeBy, Instant madeAt) {}
