/** The demo agency: made-up people to try Casebridge with, on one's own machine only. */
@org.jspecify.annotations.NullMarked
package org.casebridge.demo;
