package org.casebridge.reading;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A word or phrase that people outside the field do not know, and what to say instead; of an agency ({@code id}) or brought by Casebridge. {@code language} is en or es. */
public record PlainWord(@Nullable UUID id, String language, String word, String plainer) {}
