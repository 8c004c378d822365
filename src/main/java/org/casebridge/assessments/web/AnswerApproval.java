package org.casebridge.assessments.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.casebridge.assessments.Approval;
import org.jspecify.annotations.Nullable;

/** What a supervisor says of a completed assessment. */
public record AnswerApproval(@NotNull(message = "Choose one of the two.") Approval.Verdict verdict, @Nullable @Size(max = 2000) String comment) {}
