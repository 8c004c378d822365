package org.casebridge.referrals.web;

/** Waiting for a place; the urgent stand before the others. */
public record WaitForPlace(boolean urgent) {}
