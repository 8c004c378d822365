/** What the operator can tell the interop module to do. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("command")
package org.casebridge.interop.command;
