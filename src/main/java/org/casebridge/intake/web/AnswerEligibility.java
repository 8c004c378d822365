package org.casebridge.intake.web;

/** The answers to eligibility questions; its fields are made from the questions ({@link EligibilityFields}). */
public record AnswerEligibility() {}
