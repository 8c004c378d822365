package org.casebridge.accounts;

import jakarta.validation.constraints.NotEmpty;

/** The first password of an account, or the first after its link was renewed. */
public record ChoosePassword(@NotEmpty(message = "Choose a new password.") String password, String again) {}
