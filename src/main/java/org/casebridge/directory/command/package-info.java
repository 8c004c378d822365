/** What an operator does with the directory. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("command")
package org.casebridge.directory.command;
