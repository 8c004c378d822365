package org.casebridge.monitoring;

import java.time.Instant;
import org.casebridge.clients.ClientId;
import org.casebridge.messaging.Mode;

/** A try that did not reach one of several clients. */
record Tried(ClientId clientId, Instant at, Mode mode) {}
