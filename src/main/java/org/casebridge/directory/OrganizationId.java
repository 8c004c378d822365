package org.casebridge.directory;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one organization that gives services. */
public record OrganizationId(UUID value) implements Id {}
