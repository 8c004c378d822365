package org.casebridge.assessments;

import java.time.Instant;

/** Two people wrote something else into the same field of a draft; both texts as fields have them, and whose the other one is. */
public record Both(String field, String mine, String theirs, String by, Instant at) {}
