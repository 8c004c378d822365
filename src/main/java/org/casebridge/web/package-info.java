/** The frame every page sits in: words in the reader's language, forms and their drafts, refusals, layout, sign-in. */
@org.jspecify.annotations.NullMarked
package org.casebridge.web;
