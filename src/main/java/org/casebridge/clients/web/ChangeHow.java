package org.casebridge.clients.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Changing how somebody can be reached, since a version of their record. */
record ChangeHow(@Valid @NotNull(message = ChangeWho.MISSING) @Nullable How how, @NotNull(message = ChangeWho.MISSING) @Nullable Integer version) {}
