/** Papers of a client's record: looked into before they are kept, and handed out as files that open nothing. */
@org.jspecify.annotations.NullMarked
package org.casebridge.documents;
