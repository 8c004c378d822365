package org.casebridge.access;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one person's account, staff or partner. */
public record AccountId(UUID value) implements Id {}
