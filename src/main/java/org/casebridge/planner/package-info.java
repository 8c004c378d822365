/** Visits in an order that fits, new cases with whoever suits them, and a team's cases shared fairly: what a solver proposes with its reasons and a person decides. */
@org.jspecify.annotations.NullMarked
package org.casebridge.planner;
