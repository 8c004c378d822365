package org.casebridge.consent.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** The event with which a consent was to end has come. */
public record EventHappened(@NotNull(message = "Write the day on which it happened.") LocalDate on) {}
