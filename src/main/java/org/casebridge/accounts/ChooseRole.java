package org.casebridge.accounts;

import jakarta.validation.constraints.NotNull;
import org.casebridge.access.Role;

/** Another role for an account. */
public record ChooseRole(@NotNull(message = "Choose a role.") Role role) {}
