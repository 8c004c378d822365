/** Requests for help before any commitment: who asked, for what, how soon, whether a programme may take them, and what was decided. */
@org.jspecify.annotations.NullMarked
package org.casebridge.intake;
