/** Questionnaires as pages: which control asks a question, what its field is called, and what is read from what was sent. Templates are in {@code jte/questionnaires}. */
@org.springframework.modulith.NamedInterface("page")
@org.jspecify.annotations.NullMarked
package org.casebridge.questionnaires.page;
