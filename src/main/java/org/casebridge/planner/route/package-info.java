/** The order of visits as a planning problem for Timefold: stops, days, the rules between them. It knows minutes and places, and nobody's name. */
@org.jspecify.annotations.NullMarked
package org.casebridge.planner.route;
