package org.casebridge.consent;

import org.jspecify.annotations.Nullable;

/** A consent as it is taken down. {@code replaces} is the one it takes the place of. */
public record NewConsent(Scope scope, String discloser, Designation designation, Aim aim, Term term, String revokeHow, boolean mayPassOn, String refusalMeans,
                         Signature signature, @Nullable ConsentId replaces) {}
