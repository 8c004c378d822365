/** What leaves for a client by text message or e-mail, and nothing that is not safe for them. */
@org.jspecify.annotations.NullMarked
package org.casebridge.outbox;
