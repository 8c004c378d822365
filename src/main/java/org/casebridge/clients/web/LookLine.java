package org.casebridge.clients.web;

import java.time.Instant;
import org.casebridge.access.Role;
import org.casebridge.kernel.Sentence;

/** Who looked, when, at which page, as it is read. */
public record LookLine(Instant at, String name, Role role, Sentence page) {}
