/** What the system a client came from says of them, beside what is known here: what it changes is taken over, what was edited here is kept and shown. */
@org.jspecify.annotations.NullMarked
package org.casebridge.interop.sources;
