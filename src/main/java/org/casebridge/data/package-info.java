/** How Casebridge talks to PostgreSQL: where it is, who is acting, and how keys and records become columns. */
@org.jspecify.annotations.NullMarked
package org.casebridge.data;
