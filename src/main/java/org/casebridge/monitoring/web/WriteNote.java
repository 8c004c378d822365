package org.casebridge.monitoring.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The words of a draft, to be signed with them or kept as a draft; or of an addendum, which is signed by being added. */
record WriteNote(@NotBlank(message = "Write a few words.") @Size(max = 20_000) String words, @Nullable Boolean sign) {}
