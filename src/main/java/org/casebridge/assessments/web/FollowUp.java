package org.casebridge.assessments.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What was done about a critical answer. */
public record FollowUp(@NotBlank(message = "Write what you did, and who knows about it now.") @Size(max = 2000) String words) {}
