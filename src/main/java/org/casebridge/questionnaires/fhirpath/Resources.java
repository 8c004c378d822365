package org.casebridge.questionnaires.fhirpath;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import org.hl7.fhir.r4.model.Resource;

/** FHIR R4 resources as JSON, read leniently: what is not understood is left out. */
public final class Resources {

    private Resources() {}

    /** Throws {@link IllegalArgumentException} for what is no resource. */
    public static Resource read(String json) {
        try {
            return (Resource) parser().parseResource(json);
        } catch (DataFormatException | ClassCastException | IllegalArgumentException | NullPointerException wrong) {
            throw new IllegalArgumentException(wrong.getMessage());
        }
    }

    public static String write(Resource resource) {
        return parser().encodeResourceToString(resource);
    }

    private static IParser parser() {
        return FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new LenientErrorHandler(false).disableAllErrors());
    }
}
