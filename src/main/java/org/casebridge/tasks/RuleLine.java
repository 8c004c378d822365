package org.casebridge.tasks;

/** What a rule made among the people one reaches: how many tasks in all, and what became of them; expired are those that the rule took back itself, since their reason was gone. */
public record RuleLine(String rule, int created, int open, int done, int expired, int exempted) {}
