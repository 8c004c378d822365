/** Which services fit a client, and why: rules of eligibility, what is known, the papers in hand, and the arithmetic of the order. */
@org.jspecify.annotations.NullMarked
package org.casebridge.matching;
