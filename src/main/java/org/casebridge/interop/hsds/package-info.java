/** Directories of services in Open Referral's HSDS, versions 1 to 3 (docs.openreferral.org), as CSV folders and as JSON. */
@org.jspecify.annotations.NullMarked
package org.casebridge.interop.hsds;
