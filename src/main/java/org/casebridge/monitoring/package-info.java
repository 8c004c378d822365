/** Keeping in touch: contacts tied to goals, what they did for them, and when the next one is due. */
@org.jspecify.annotations.NullMarked
package org.casebridge.monitoring;
