/** Words every module shares: keys, refusals, sentences. Plain Java, no framework, no database. */
@org.jspecify.annotations.NullMarked
package org.casebridge.kernel;
