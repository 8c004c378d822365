/** Pages about consents, sharing, what was shared, and breaches. */
@org.jspecify.annotations.NullMarked
package org.casebridge.consent.web;
