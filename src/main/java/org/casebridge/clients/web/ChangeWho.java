package org.casebridge.clients.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Changing what is known of who somebody is, since a version of their record. */
record ChangeWho(@Valid @NotNull(message = MISSING) @Nullable Who who, @NotNull(message = MISSING) @Nullable Integer version) {

    static final String MISSING = "This form did not arrive whole. Please send it again.";
}
