/** Code lists that several modules share: what a thing is called in the standards, and what people call it. */
@org.jspecify.annotations.NullMarked
package org.casebridge.codes;
