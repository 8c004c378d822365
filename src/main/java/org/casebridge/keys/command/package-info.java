/** {@code casebridge keys rotate} and {@code casebridge keys status}. */
@code casebridge audit}: verify it, export it, explain a restored backup. */
@org.springframework.modulith.NamedInterface("command")
@org.jspecify.annotations.NullMarked
package org.casebridge.keys.command;
