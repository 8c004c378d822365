/** The privacy officer's pages. */
@org.jspecify.annotations.NullMarked
package org.casebridge.oversight.web;
