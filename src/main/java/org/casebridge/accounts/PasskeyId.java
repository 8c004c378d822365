package org.casebridge.accounts;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one passkey. */
public record PasskeyId(UUID value) implements Id {}
