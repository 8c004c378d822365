package org.casebridge.questionnaires;

import java.util.ArrayList;
import java.util.List;
import org.casebridge.questionnaires.Questionnaire.Extraction;
import tools.jackson.databind.JsonNode;

/** Reads what becomes of the answers elsewhere. hl7.org/fhir/uv/sdc/extraction.html */
final class ExtractionReader {

    private ExtractionReader() {}

    static Extraction read(String item, JsonNode it, Findings found) {
        var observation = Json.extension(it, Urls.OBSERVATION).path("valueBoolean");
        var category = new ArrayList<Value.Coded>();
        for (var one : Json.extensions(it, Urls.OBSERVATION_CATEGORY)) {
            if (Json.coded(one.path("valueCodeableConcept").path("coding").path(0)) instanceof Value.Coded coded) {
                category.add(coded);
            }
        }
        var definitions = new ArrayList<String>();
        for (var one : Json.extensions(it, Urls.DEFINITION)) {
            definitions.add(Json.string(Json.extension(one, "definition"), "valueCanonical"));
        }
        for (var one : Json.extensions(it, Urls.OLD_DEFINITION)) {
            definitions.add("http://hl7.org/fhir/StructureDefinition/" + Json.string(one, "valueCode"));
        }
        var fixed = new ArrayList<Extraction.Fixed>();
        for (var one : Json.extensions(it, Urls.DEFINITION_VALUE)) {
            var expression = Json.extension(one, "expression");
            fixed.add(new Extraction.Fixed(Json.string(Json.extension(one, "definition"), "valueUri"), Json.value(Json.extension(one, "fixed-value"), "value"),
                    expression.isMissingNode() ? null : found.expression(item, "definitionExtractValue", expression.path("valueExpression"), expression)));
        }
        var allocated = Json.extensions(it, Urls.ALLOCATE).stream().map(one -> Json.string(one, "valueString")).toList();
        return !observation.isBoolean() && category.isEmpty() && definitions.isEmpty() && fixed.isEmpty() && allocated.isEmpty() ? Extraction.NONE
                : new Extraction(observation.isBoolean() ? Boolean.valueOf(observation.asBoolean()) : null, List.copyOf(category), List.copyOf(definitions), List.copyOf(fixed), allocated);
    }
}
