package org.casebridge.referrals;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one claim on a bed or slot. */
public record ClaimId(UUID value) implements Id {}
