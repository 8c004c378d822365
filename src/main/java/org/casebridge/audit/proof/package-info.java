/**
 * The proof that the audit was not touched: what is sealed, how, and what finds it out. It needs the rows, the public key and the anchor file, and nothing
 * else: no database, no framework.
 */
@org.jspecify.annotations.NullMarked
package org.casebridge.audit.proof;
