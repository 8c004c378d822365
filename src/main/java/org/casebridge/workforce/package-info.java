/** The agency's workers: languages, degree, supervisor and credentials with the day they lapse; and what the role of a case manager takes. */
@org.jspecify.annotations.NullMarked
package org.casebridge.workforce;
