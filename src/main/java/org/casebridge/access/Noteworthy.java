package org.casebridge.access;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something about signing in that leaves no row behind and still belongs into the audit: published as an event, because this module may not know the
 * audit. {@code deed} is one word in capitals ({@code SIGN_IN_FAILED}); {@code reason} says why it was refused, null when it was allowed.
 */
public record Noteworthy(String deed, @Nullable AccountId account, @Nullable String reason, Map<String, String> facts) {}
