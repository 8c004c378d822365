package org.casebridge.questionnaires.fhirpath;

import java.math.BigDecimal;
import org.hl7.fhir.r4.model.Base;

/** What an answer counts, kept on HAPI's element for {@code weight()} without becoming part of the answer. */
public final class Weights {

    private static final String KEY = "casebridge.weight";

    private Weights() {}

    public static void put(Base element, BigDecimal weight) {
        element.setUserData(KEY, weight);
    }

    static BigDecimal of(Base element) {
        return (BigDecimal) element.getUserData(KEY);
    }

    static boolean has(Base element) {
        return element.getUserData(KEY) != null;
    }
}
