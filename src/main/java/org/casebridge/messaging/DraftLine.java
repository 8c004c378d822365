package org.casebridge.messaging;

import java.time.Instant;
import org.casebridge.clients.ClientId;

/** A note that waits for its author's signature. */
public record DraftLine(NoteId id, ContactId contactId, ClientId clientId, String client, Instant writtenAt) {}
