package org.casebridge.oversight;

import java.util.UUID;
import org.casebridge.kernel.Id;

public record AlertId(UUID value) implements Id {}
