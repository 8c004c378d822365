package org.casebridge.questionnaires;

import java.util.List;
import java.util.UUID;
import org.casebridge.questionnaires.Questionnaire.Type;
import org.casebridge.questionnaires.State.Field;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What answers amount to as FHIR resources: an Observation for each answer that asks for it, and resources by definition. hl7.org/fhir/uv/sdc/extraction.html#observation-based-extraction */
final class ResourceExtraction {

    private static final Value.Coded SURVEY = new Value.Coded("http://terminology.hl7.org/CodeSystem/observation-category", "survey", "Survey");

    private final Launch launch;
    private final ArrayNode entries;

    private ResourceExtraction(Launch launch, ArrayNode entries) {
        this.launch = launch;
        this.entries = entries;
    }

    static String of(State state, Launch launch) {
        var bundle = JsonNodeFactory.instance.objectNode().put("resourceType", "Bundle").put("type", "transaction");
        var extraction = new ResourceExtraction(launch, bundle.putArray("entry"));
        var root = state.questionnaire().extraction();
        extraction.fields(state.fields(), Boolean.TRUE.equals(root.observation()), root.category());
        new DefinitionExtraction(extraction.entries).of(state);
        return Json.MAPPER.writeValueAsString(bundle);
    }

    private void fields(List<Field> fields, boolean wanted, List<Value.Coded> category) {
        for (var field : fields) {
            if (!field.asked()) {
                continue;
            }
            var own = field.item().extraction();
            boolean here = own.observation() == null ? wanted : own.observation();
            var kind = own.category().isEmpty() ? category : own.category();
            for (var row : field.rows()) {
                if (here && row.value() != null && !field.item().codes().isEmpty()) {
                    observation(field, row.value(), kind);
                }
                fields(row.fields(), here, kind);
            }
        }
    }

    private void observation(Field field, Value value, List<Value.Coded> category) {
        var entry = entries.addObject().put("fullUrl", "urn:uuid:" + UUID.randomUUID());
        var observation = entry.putObject("resource").put("resourceType", "Observation");
        entry.putObject("request").put("method", "POST").put("url", "Observation");
        observation.put("status", "final");
        var kinds = observation.putArray("category");
        (category.isEmpty() ? List.of(SURVEY) : category).forEach(it -> Json.coding(kinds.addObject().putArray("coding").addObject(), it));
        var code = observation.putObject("code");
        var codings = code.putArray("coding");
        field.item().codes().forEach(it -> Json.coding(codings.addObject(), it));
        Json.some(code, "text", field.item().text().plain());
        reference(observation, "subject", launch.subject());
        Json.some(observation, "effectiveDateTime", launch.authored());
        Json.some(observation, "issued", launch.authored() != null && launch.authored().length() > 19 ? launch.authored() : null);
        if (launch.author() != null) {
            observation.putArray("performer").addObject().put("reference", launch.author());
        }
        value(observation, field, value);
        observation.putArray("derivedFrom").addObject().put("reference", "QuestionnaireResponse/response");
    }

    /** Observations have no decimals, addresses or files of their own: a number is a quantity in the question's unit, the rest is text. */
    private static void value(ObjectNode observation, Field field, Value value) {
        switch (value) {
            case Value.Coded it -> Json.coding(observation.putObject("valueCodeableConcept").putArray("coding").addObject(), it);
            case Value.Decimal(var number) -> {
                var quantity = observation.putObject("valueQuantity").put("value", number);
                var units = field.item().limits().units();
                if (field.item().type() == Type.DECIMAL && !units.isEmpty()) {
                    Json.some(quantity, "unit", units.getFirst().shown());
                    Json.some(quantity, "system", units.getFirst().system());
                    Json.some(quantity, "code", units.getFirst().code());
                }
            }
            case Value.Day(var iso) -> observation.put("valueDateTime", iso);
            case Value.Link _, Value.File _, Value.Pointer _ -> observation.put("valueString", value.shown());
            default -> Json.put(observation, "value", value);
        }
    }

    private static void reference(ObjectNode into, String name, @Nullable String reference) {
        if (reference != null) {
            into.putObject(name).put("reference", reference);
        }
    }
}
