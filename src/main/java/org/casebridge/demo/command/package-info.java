/** The operator's commands about made-up people, for the list in the main class. */
@org.springframework.modulith.NamedInterface("command")
@org.jspecify.annotations.NullMarked
package org.casebridge.demo.command;
