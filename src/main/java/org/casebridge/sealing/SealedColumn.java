package org.casebridge.sealing;

/**
 * A column whose values are sealed, offered as a bean by the module that owns it, so that a new key reaches all of them. {@code row} is the SQL that says, of a row of the table, what
 * {@link Sealed#seal} was told; {@code key} is a column of uuids by which the rows can be gone through, no two the same.
 */
public record SealedColumn(String table, String column, String row, String key) {}
