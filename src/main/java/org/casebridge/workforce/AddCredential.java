package org.casebridge.workforce;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A licence or certification as somebody writes it down. Without a day it does not expire. */
public record AddCredential(
        @NotNull(message = "Choose a kind.") Credential.Kind kind,
        @Size(max = 100) String name,
        @NotBlank(message = "Write its number.") @Size(max = 60) String number,
        @NotBlank(message = "Say where it holds.") @Size(max = 60) String jurisdiction,
        @Nullable LocalDate expiresOn) {

    public AddCredential {
        name = name == null ? "" : name;
    }
}
