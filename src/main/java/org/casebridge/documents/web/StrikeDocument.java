package org.casebridge.documents.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why a document is taken out of the record. */
record StrikeDocument(@NotBlank(message = "Say why it does not belong here.") @Size(max = 500) @Nullable String reason) {}
