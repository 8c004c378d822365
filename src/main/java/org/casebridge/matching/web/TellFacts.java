package org.casebridge.matching.web;

/** What was told of a client; its fields are the facts' names. */
public record TellFacts() {}
