/** Refuses to serve real people's records from an insecure installation, and says in a sentence each what to change. */
@NullMarked
package org.casebridge.production;

import org.jspecify.annotations.NullMarked;
