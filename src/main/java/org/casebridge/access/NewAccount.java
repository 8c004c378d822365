package org.casebridge.access;

/** What a new account starts with. The user name is kept in lower case; the language is a BCP 47 tag, {@code en} or {@code es}. */
public record NewAccount(AgencyId agency, String username, String name, Role role, String language) {}
