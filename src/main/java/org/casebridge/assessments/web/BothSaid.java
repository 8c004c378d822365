package org.casebridge.assessments.web;

import java.time.Instant;

/** A field that two people filled in differently, in words: what it is called, both texts, and whose the other one is. */
public record BothSaid(String field, String label, String mine, String theirs, String by, Instant at) {}
