package org.casebridge.monitoring.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.casebridge.clients.ClientId;
import org.casebridge.messaging.Contact;
import org.casebridge.messaging.Mode;
import org.jspecify.annotations.Nullable;

/** A note from anywhere: about whom, how, how it went, and what was said; a contact of now, with the client. */
record QuickNote(@NotNull(message = "Choose whom it is about.") ClientId about, @NotNull(message = "Choose how.") Mode mode, @NotNull(message = "Choose who contacted whom.") Contact.Direction direction,
                 @NotNull(message = "Choose how it went.") Contact.Outcome outcome, @NotBlank(message = "Write a few words.") @Size(max = 20_000) String words, @Nullable @Size(max = 500) String despite,
                 @Nullable Boolean sign, @Nullable Boolean again) {}
