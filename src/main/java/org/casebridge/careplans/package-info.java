/** The plan agreed with a client: goals in their words, steps and who takes them, what stands in the way, and every version that was agreed. */
@org.jspecify.annotations.NullMarked
package org.casebridge.careplans;
