/** What the operator can ask of a worker's day. */
@org.springframework.modulith.NamedInterface("command")
@org.jspecify.annotations.NullMarked
package org.casebridge.tasks.command;
