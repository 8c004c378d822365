package org.casebridge.workload;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The answers to the private questions. */
public record AskOneself(@NotNull(message = "Choose one answer.") CheckIn.Heavy heavy, @NotNull(message = "Choose one answer.") CheckIn.Often rested, @NotNull(message = "Choose one answer.") CheckIn.Often someone,
                         @Size(max = 2000, message = "2,000 letters at most.") String words) {}
