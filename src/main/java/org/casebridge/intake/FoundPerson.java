package org.casebridge.intake;

import org.casebridge.clients.FoundClient;
import org.jspecify.annotations.Nullable;

/** Somebody a new request may be about, with the programme of their open case and the request they wait on already. */
public record FoundPerson(FoundClient client, @Nullable String openCase, @Nullable IntakeLine waiting) {}
