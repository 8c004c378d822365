package org.casebridge.accounts;

import jakarta.validation.constraints.NotEmpty;

/** A new password in place of the one that is typed first; {@code again} is the new one typed once more. */
public record ChangePassword(
        @NotEmpty(message = "Type the password you have now.") String current,
        @NotEmpty(message = "Choose a new password.") String password,
        String again) {}
