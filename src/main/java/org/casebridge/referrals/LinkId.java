package org.casebridge.referrals;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one link; it opens nothing. */
public record LinkId(UUID value) implements Id {}
