/** Case files: who works with whom, in which programme, from when to when, and the story of everything that happened. */
@org.jspecify.annotations.NullMarked
package org.casebridge.caseload;
