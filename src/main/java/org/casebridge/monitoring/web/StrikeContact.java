package org.casebridge.monitoring.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a contact was entered in error. */
record StrikeContact(@NotBlank(message = "Say what was wrong with it.") @Size(max = 500) String reason) {}
