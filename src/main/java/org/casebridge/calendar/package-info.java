/** One's days and weeks: what is arranged, when one works and is away, times taken elsewhere, and the same for a calendar program. */
@org.jspecify.annotations.NullMarked
package org.casebridge.calendar;
