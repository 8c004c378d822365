package org.casebridge.monitoring;

import java.time.Instant;
import org.casebridge.messaging.Mode;

/** A try that did not reach the client. */
public record Attempt(Instant at, Mode mode) {}
