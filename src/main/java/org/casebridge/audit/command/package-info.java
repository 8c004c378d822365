/** {@code casebridge audit}: verify it, export it, explain a restored backup. */
@org.springframework.modulith.NamedInterface("command")
@org.jspecify.annotations.NullMarked
package org.casebridge.audit.command;
