package org.casebridge.caseload;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One of the agency's own programmes. {@code cadenceDays}: at most so many days between two contacts that reached the client. {@code part2}: its records are under
 * 42 CFR Part 2, and only its own people see them unless the client consents. {@code shared}: everybody who works in it reaches its people. Once closed it takes no new cases.
 */
public record Program(ProgramId id, String name, int cadenceDays, boolean part2, boolean shared, @Nullable LocalDate closedOn) {}
