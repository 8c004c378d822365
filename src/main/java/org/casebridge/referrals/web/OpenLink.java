package org.casebridge.referrals.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The code that opens a link. */
public record OpenLink(@NotBlank(message = "Type the code of six digits that you were told.") @Size(max = 20, message = "The code has six digits.") String code) {}
