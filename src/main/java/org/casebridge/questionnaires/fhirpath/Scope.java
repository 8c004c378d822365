package org.casebridge.questionnaires.fhirpath;

import java.util.List;
import org.hl7.fhir.r4.model.Base;
import org.jspecify.annotations.Nullable;

/** What an expression's %names stand for, where it is evaluated; null for a name that stands for nothing. */
public interface Scope {

    @Nullable List<Base> named(String name) throws FhirPath.Failed;
}
