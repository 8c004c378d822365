/** The services one can refer to: who gives what, where, when and for whom, as in HSDS 3. */
@org.jspecify.annotations.NullMarked
package org.casebridge.directory;
