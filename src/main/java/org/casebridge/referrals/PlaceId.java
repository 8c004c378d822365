package org.casebridge.referrals;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one bed or slot. */
public record PlaceId(UUID value) implements Id {}
