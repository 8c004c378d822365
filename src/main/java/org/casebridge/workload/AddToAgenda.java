package org.casebridge.workload;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** Something more to talk about. */
public record AddToAgenda(@NotNull UUID meeting, @NotBlank(message = "Say what it is about.") @Size(max = 500) String about) {}
