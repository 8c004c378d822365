package org.casebridge.clients;

/** One thing that a client can be found by. Kinds: N word or two of a name, I inner part of a name, S sound, P phone, E e-mail, D birth date, X identifier. */
public record SearchKey(char kind, String token) {}
