/** The pages about accounts: showing again that it is you, one's own ways to sign in, and who may sign in at all. */
@org.jspecify.annotations.NullMarked
package org.casebridge.accounts;
