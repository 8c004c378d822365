/** People and their history in FHIR R4 (hl7.org/fhir/R4) with the extensions of US Core (hl7.org/fhir/us/core). */
@org.jspecify.annotations.NullMarked
package org.casebridge.interop.fhir;
