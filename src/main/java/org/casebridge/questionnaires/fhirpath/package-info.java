/** FHIRPath by HAPI, kept light and kept on a leash: no definitions are loaded, and no expression runs for ever. hl7.org/fhirpath */
@org.jspecify.annotations.NullMarked
package org.casebridge.questionnaires.fhirpath;
