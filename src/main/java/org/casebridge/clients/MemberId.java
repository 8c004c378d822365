package org.casebridge.clients;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one person's stay in a household. */
public record MemberId(UUID value) implements Id {}
