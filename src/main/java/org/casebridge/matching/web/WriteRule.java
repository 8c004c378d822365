package org.casebridge.matching.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A rule of eligibility as it is written, with what it is tried against; {@code version} is that of the draft it changes. */
public record WriteRule(@NotBlank(message = "Write at least one condition.") @Size(max = 10000) String text, @Nullable @Size(max = 10000) String cases,
                        @NotNull(message = "Choose the day from which it holds.") LocalDate startsOn, @Nullable Integer version) {}
