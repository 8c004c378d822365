/** The directory as Open Referral's HSDS 3.1 says it (docs.openreferral.org): its shapes, the public way to read it, the export, and a judge of what others publish. */
@org.jspecify.annotations.NullMarked
package org.casebridge.directory.hsds;
