package org.casebridge.directory;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one place where services are given. */
public record LocationId(UUID value) implements Id {}
