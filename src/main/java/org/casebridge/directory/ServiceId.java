package org.casebridge.directory;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one service that a person can be referred to. */
public record ServiceId(UUID value) implements Id {}
