package org.casebridge.caseload;

import jakarta.validation.constraints.AssertTrue;

/** The two things that put a programme under 42 CFR Part 2, each said by who answers for it: 2.11 and 2.12(b). */
public record PutUnderPart2(@AssertTrue(message = "Say that it is so. Otherwise Part 2 does not apply.") boolean holdsOut,
                            @AssertTrue(message = "Say that it is so. Otherwise Part 2 does not apply.") boolean assisted) {}
