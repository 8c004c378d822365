package org.casebridge.questionnaires;

import org.casebridge.kernel.Sentence;

/** What was found in a questionnaire, and where: the link id of an item (empty: the questionnaire itself) and the feature by its FHIR name. */
public record Finding(String item, String feature, Sentence words) {}
