package org.casebridge.assessments.web;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.casebridge.workforce.Credential;
import org.jspecify.annotations.Nullable;

/** What it takes to ask an instrument: one of these licences or certifications, and a training. */
public record AskOnlyBy(@Nullable @Size(max = 20) List<Credential.Kind> anyOf, @Nullable @Size(max = 100) String training) {}
