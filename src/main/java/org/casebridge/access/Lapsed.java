package org.casebridge.access;

import java.util.Map;

/** A form arrived from a session that had run out: whose it was and what they had typed, by field name. */
public record Lapsed(AccountId account, Map<String, String[]> said) {}
