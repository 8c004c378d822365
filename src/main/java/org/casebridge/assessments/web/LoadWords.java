package org.casebridge.assessments.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** An agency's own FHIR Questionnaire with the words of an instrument, as JSON. */
public record LoadWords(@NotBlank(message = "Paste the questionnaire.") @Size(max = 400_000, message = "Keep this to 400,000 characters or fewer.") String words) {}
