/** {@code bin/casebridge questionnaire}: what a file can do here, and what its answers lead to. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("command")
package org.casebridge.questionnaires.command;
