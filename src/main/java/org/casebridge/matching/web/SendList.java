package org.casebridge.matching.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which list goes to a client, where to, how they said that they want it, and the words that were read before. */
public record SendList(@NotNull(message = "Choose a list.") @Nullable UUID saved, @NotBlank(message = "Choose one of the ways offered.") @Nullable String way,
                @NotBlank(message = "Write how they said that they want it: on which day, to whom.") @Size(max = 300) @Nullable String agreed, @Size(max = 8000) @Nullable String read) {}
