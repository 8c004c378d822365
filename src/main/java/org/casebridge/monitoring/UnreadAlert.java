package org.casebridge.monitoring;

import java.time.Instant;
import org.casebridge.clients.ClientId;

/** An urgent alert that somebody raised about another's client, which that worker has not read yet. */
record UnreadAlert(ClientId clientId, String client, Mark.About about, String words, String raisedByName, Instant raisedAt) {}
