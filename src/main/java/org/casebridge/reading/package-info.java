/** How easy a text is to read: grades by published formulas, long sentences, jargon with simpler words. Whoever writes to clients uses it. */
@org.jspecify.annotations.NullMarked
package org.casebridge.reading;
