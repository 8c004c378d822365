package org.casebridge.oversight;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.casebridge.access.AccountId;
import org.jspecify.annotations.Nullable;

/** One more person who may open a restricted record; said again of the same person, the new day holds. */
public record NamePerson(@NotNull(message = "Choose somebody.") AccountId person, @Nullable LocalDate until) {}
