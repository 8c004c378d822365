package org.casebridge.matching.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Switching matching on or off, and why. */
public record TurnMatching(boolean on, @Nullable @Size(max = 500) String why) {}
