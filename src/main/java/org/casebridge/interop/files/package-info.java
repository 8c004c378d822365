/** Reading files that others wrote: text in any encoding, compressed or not, CSV as spreadsheets make it, each fault with its place. */
@org.jspecify.annotations.NullMarked
package org.casebridge.interop.files;
