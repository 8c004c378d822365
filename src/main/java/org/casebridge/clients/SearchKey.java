package org.casebridge.clients;

/**
 * One thing that a client can be found by. Kinds: N word or two of a name, I inner part of a name, S sound, P phone, E e-mail, D birth date, X identifier,
 * and by tokens that tell nothing to who has no key: Z hidden identifier, L last four digits of a Social Security number.
 */
public record SearchKey(char kind, String token) {}
