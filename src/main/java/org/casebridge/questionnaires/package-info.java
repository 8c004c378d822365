/**
 * FHIR R4 questionnaires with the behaviour of Structured Data Capture 4.0: reading, asking, computing, checking, pre-filling, extracting. It knows no
 * client, no case and no database. Start at {@link org.casebridge.questionnaires.QuestionnaireReader} and {@link org.casebridge.questionnaires.Engine}.
 */
@org.jspecify.annotations.NullMarked
package org.casebridge.questionnaires;
