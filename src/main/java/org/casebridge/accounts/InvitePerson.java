package org.casebridge.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.casebridge.access.Role;

/** A new account for somebody, who chooses their own password by the link they get. */
public record InvitePerson(
        @NotBlank(message = "Write the person’s name.") @Size(max = 120, message = "This name is too long.") String name,
        @NotBlank(message = "Choose a user name.")
        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._@\\-]{1,63}", message = "A user name has letters, digits, dots and dashes, 2 to 64 of them.") String username,
        @NotNull(message = "Choose a role.") Role role) {}
