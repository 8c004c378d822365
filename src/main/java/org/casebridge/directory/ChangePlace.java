package org.casebridge.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Adding a place where a service is given, or changing it since a version. */
public record ChangePlace(@Nullable @Valid @NotNull(message = "Where is it? Write the street, the city or the ZIP code, or say that it is online or by phone.") SavePlace place,
                          @Nullable Integer version) {}
