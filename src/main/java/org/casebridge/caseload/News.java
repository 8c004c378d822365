package org.casebridge.caseload;

import org.casebridge.clients.ClientId;

/** A line of somebody's story, with their name, for a page about many. */
public record News(ClientId clientId, String name, StoryLine line) {}
