/** What the operator can do about accounts: let the first administrator in. */
@org.springframework.modulith.NamedInterface("command")
@org.jspecify.annotations.NullMarked
package org.casebridge.accounts.command;
