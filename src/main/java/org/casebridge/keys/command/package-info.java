/** {@code casebridge keys rotate} and {@code casebridge keys status}. */
@org.jspecify.annotations.NullMarked
package org.casebridge.keys.command;
