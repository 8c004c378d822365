package org.casebridge.caseload;

/** One of the agency's own programmes. {@code cadenceDays}: at most so many days between two contacts that reached the client. */
public record Program(ProgramId id, String name, int cadenceDays) {}
