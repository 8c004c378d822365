/** Instruments, the answers given to them, their scores, and what these mean over time. */
@org.jspecify.annotations.NullMarked
package org.casebridge.assessments;
