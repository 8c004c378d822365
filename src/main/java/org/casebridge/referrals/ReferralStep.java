package org.casebridge.referrals;

import java.time.Instant;
import java.util.UUID;

/** One step of a referral as its page tells it; {@code undone} ones stay to be read. */
public record ReferralStep(UUID id, Instant at, String by, Referral.Side side, Referral.Status status, String words, boolean undone) {}
