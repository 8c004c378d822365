package org.casebridge.calendar;

import java.time.Instant;

/** A time that is taken elsewhere; nothing more is known of it. */
public record Taken(Instant from, Instant until) {}
