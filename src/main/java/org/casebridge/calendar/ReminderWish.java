package org.casebridge.calendar;

import java.time.Instant;
import org.casebridge.clients.ClientId;

/** That a client wants to be reminded: by which way ({@code outbox.Reachable.value}), how many hours before, how they said so, who wrote it down. */
public record ReminderWish(ClientId clientId, String way, int hoursBefore, String agreed, String setBy, Instant setAt, int version) {}
