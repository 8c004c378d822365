/** {@code casebridge keys rotate} and {@code casebridge keys status}. */
@org.springframework.modulith.NamedInterface("command")
@org.jspecify.annotations.NullMarked
package org.casebridge.keys.command;
