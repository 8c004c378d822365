package org.casebridge.intake.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The decision to send them to somebody else. */
public record ReferOn(
        @NotBlank(message = "Write to whom they were sent, with a name or phone number.") @Size(max = 300) String to,
        @NotBlank(message = "Write why somebody else can help better.") @Size(max = 1000) String why) {}
