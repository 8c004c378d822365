package org.casebridge.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A new passkey: the name its person gives it, and what the browser answered (W3C Web Authentication 3, RegistrationResponseJSON). */
public record AddPasskey(
        @NotBlank(message = "Give the passkey a name, so that you know it again.") @Size(max = 60) String name,
        String credential) {}
