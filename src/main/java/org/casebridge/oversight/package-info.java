/** The privacy officer's work: search the audit, hear of looks that need a reason, and answer for them. */
@org.jspecify.annotations.NullMarked
package org.casebridge.oversight;
