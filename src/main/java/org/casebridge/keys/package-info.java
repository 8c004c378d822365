/** Turning the keys that seal single values: what is older than its sealing is sealed before a server answers, and by a new key everything is sealed anew. */
@org.jspecify.annotations.NullMarked
package org.casebridge.keys;
