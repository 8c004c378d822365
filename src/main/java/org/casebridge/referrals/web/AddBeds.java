package org.casebridge.referrals.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** So many beds, numbered from 1. */
public record AddBeds(@NotBlank(message = "Write what each is called.") @Size(max = 60) String called, @NotNull(message = "Write how many.") Integer count) {}
