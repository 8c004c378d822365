/** Whole walks through the running application in a real browser, as the people it is for. */
@org.jspecify.annotations.NullMarked
package org.casebridge.story;
