/** Defences broken on purpose, to see that their checks go red. Nothing of the server knows any of it. */
package org.casebridge.fault;
