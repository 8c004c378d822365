package org.casebridge.accounts;

import jakarta.validation.constraints.NotBlank;

/** The six digits that the app shows. */
public record TypeCode(@NotBlank(message = "Type the six digits that the app shows.") String code) {}
