/** Keeps single values unreadable in the database and its dumps: sealed by a keyset which itself is sealed by a key from outside. */
@org.jspecify.annotations.NullMarked
package org.casebridge.sealing;
