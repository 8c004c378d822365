package org.casebridge.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Changing a service of the directory by hand, since a version of it. */
public record ChangeService(@Nullable @Valid @NotNull(message = "What is the service called?") SaveService service, @Nullable Integer version) {}
