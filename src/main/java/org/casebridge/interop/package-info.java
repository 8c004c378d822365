/** Records that come from other systems and go to them: translations between their formats and ours, and nothing else. */
@org.jspecify.annotations.NullMarked
package org.casebridge.interop;
