package org.casebridge.assessments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One FHIR resource that answers amount to: {@code what} was observed and its {@code value}, in words. */
public record Extracted(String kind, String what, String value, String resource) {

    /** From the Bundle that the engine extracts. */
    static List<Extracted> of(String bundle, JsonMapper json) {
        var found = new ArrayList<Extracted>();
        json.readTree(bundle).path("entry").forEach(entry -> {
            var resource = entry.path("resource");
            found.add(new Extracted(resource.path("resourceType").asString("Resource"), what(resource), value(resource), resource.toString()));
        });
        return List.copyOf(found);
    }

    private static String what(JsonNode resource) {
        var code = resource.path("code");
        var text = code.path("text").asString("");
        return text.isEmpty() ? code.path("coding").path(0).path("display").asString(code.path("coding").path(0).path("code").asString("")) : text;
    }

    private static String value(JsonNode resource) {
        for (var name : resource.propertyNames()) {
            if (name.startsWith("value")) {
                return said(resource.path(name));
            }
        }
        return "";
    }

    private static String said(JsonNode value) {
        if (!value.isObject()) {
            return value.asString("");
        }
        if (value.has("value")) {
            return String.join(" ", Stream.of(value.path("value").asString(""), value.path("unit").asString("")).filter(it -> !it.isEmpty()).toList());
        }
        var coding = value.path("coding").path(0).isMissingNode() ? value : value.path("coding").path(0);
        return coding.path("display").asString(coding.path("code").asString(""));
    }
}
