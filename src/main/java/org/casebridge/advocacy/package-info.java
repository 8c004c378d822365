/** Standing up for clients: what was asked of whom on their behalf, by when an answer is due, and what came of it. */
@org.jspecify.annotations.NullMarked
package org.casebridge.advocacy;
