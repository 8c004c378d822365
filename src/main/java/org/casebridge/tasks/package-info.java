/** What must be done by whom and when, appointments, and My day: who needs a worker first, and why. */
@org.jspecify.annotations.NullMarked
package org.casebridge.tasks;
