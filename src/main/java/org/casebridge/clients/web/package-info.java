/** Pages about people: finding, adding, knowing and changing them. */
@org.jspecify.annotations.NullMarked
package org.casebridge.clients.web;
