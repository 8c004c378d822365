package org.casebridge.monitoring.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The words of an addendum, which is signed by being added; or of an answer. */
record AppendNote(@NotBlank(message = "Write a few words.") @Size(max = 20_000) String words) {}
