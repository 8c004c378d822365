package org.casebridge.assessments.web;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The instruments with which a supervisor looks at what was completed. */
public record AskApproval(@Nullable @Size(max = 100) List<String> wanted) {}
