package org.casebridge.questionnaires.fhirpath;

import org.hl7.fhir.r4.fhirpath.ExpressionNode;

/** An expression as HAPI parsed it, with a check put wherever it could go on for ever. */
public final class Compiled {

    final ExpressionNode node;

    Compiled(ExpressionNode node) {
        this.node = node;
    }
}
