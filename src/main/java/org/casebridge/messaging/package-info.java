/** Contacts with clients and those around them, the notes about them, and who was reached when. */
@org.jspecify.annotations.NullMarked
package org.casebridge.messaging;
