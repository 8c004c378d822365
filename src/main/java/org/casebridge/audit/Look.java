package org.casebridge.audit;

import java.time.Instant;
import org.casebridge.access.Role;

/** Somebody looked at a record: the pattern of the page's address, and how many others the page showed besides. */
public record Look(Instant at, String name, Role role, String page, int others) {}
