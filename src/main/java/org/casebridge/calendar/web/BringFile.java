package org.casebridge.calendar.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The name under which a calendar file is kept. */
record BringFile(@NotBlank(message = "Give the calendar a name: private, university, on-call …") @Size(max = 60) String name) {}
