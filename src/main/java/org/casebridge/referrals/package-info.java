/** Asking an organization to serve a client, and following the request until the outcome is known. */
@org.jspecify.annotations.NullMarked
package org.casebridge.referrals;
