package org.casebridge.monitoring;

import java.time.Instant;
import org.casebridge.clients.ClientId;
import org.casebridge.messaging.ContactId;

/** A note that waits for somebody: for a second signature, or for an answer; {@code name} is the writer's, or of who asked. */
record ReviewedLine(ClientId clientId, String client, ContactId contactId, String name, Instant at, String words) {}
