package org.casebridge.audit;

import java.time.Instant;
import org.casebridge.access.Role;

/** Somebody looked at a record: the pattern of the page's address, how many others the page showed besides, and the hidden field that they had shown, if it was that. */
public record Look(Instant at, String name, Role role, String page, int others, String field) {}
