package org.casebridge.monitoring;

import java.util.UUID;

/** A programme's cadence for those of one acuity, in days: 1 to 365. */
public record CadenceRule(UUID programId, AcuityLevel level, int days) {}
