package org.casebridge.assessments.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Which text of the terms was read: its title, where it stands, its date. */
public record ConfirmTerms(@NotBlank(message = "Write which text you read, where it stands and of which day it is.") @Size(max = 1000) String textRead) {}
