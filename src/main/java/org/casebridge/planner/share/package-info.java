/** A team's cases shared so that nobody carries too much, as a planning problem for Timefold. It knows points and keys, and nobody's name. */
@org.jspecify.annotations.NullMarked
package org.casebridge.planner.share;
