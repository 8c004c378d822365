/** Who agreed to what being shared with whom; the one way by which information leaves the house; and the account of what left. */
@org.jspecify.annotations.NullMarked
package org.casebridge.consent;
