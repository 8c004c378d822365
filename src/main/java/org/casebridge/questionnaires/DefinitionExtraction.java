package org.casebridge.questionnaires;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.casebridge.questionnaires.State.Field;
import org.casebridge.questionnaires.fhirpath.Resources;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ResourceFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/**
 * Resources whose elements the answers are, as the items' definitions say ({@code …/StructureDefinition/Patient#Patient.name.family}). A group whose definition is an
 * element holds one of that element, so that the parts of a name stay together. hl7.org/fhir/uv/sdc/extraction.html#definition-based-extraction
 */
final class DefinitionExtraction {

    private final ArrayNode entries;

    DefinitionExtraction(ArrayNode entries) {
        this.entries = entries;
    }

    /** What a group's answers go into: a resource, and the element of it that the group stands for. */
    private record Target(Resource resource, String type, String path, Base element) {}

    void of(State state) {
        var target = target(state.questionnaire().extraction());
        fields(state.fields(), target);
        finish(target);
    }

    private void fields(List<Field> fields, @Nullable Target outer) {
        for (var field : fields) {
            if (!field.asked() || !field.answered()) {
                continue;
            }
            for (var row : field.rows()) {
                var own = target(field.item().extraction());
                var target = own != null ? own : outer;
                if (target != null && field.item().type() == Questionnaire.Type.GROUP) {
                    fields(row.fields(), inside(target, field.item().definition()));
                } else {
                    if (target != null && row.value() != null && !field.item().definition().isEmpty()) {
                        set(target, field.item().definition(), row.value());
                    }
                    fields(row.fields(), target);
                }
                finish(own);
            }
        }
    }

    private static @Nullable Target target(Questionnaire.Extraction extraction) {
        for (var definition : extraction.definitions()) {
            var type = definition.substring(definition.lastIndexOf('/') + 1).replaceAll("\\|.*", "");
            try {
                var resource = ResourceFactory.createResource(type);
                var target = new Target(resource, type, type, resource);
                for (var fixed : extraction.fixed()) {
                    if (fixed.value() != null) {
                        set(target, fixed.element(), fixed.value());
                    }
                }
                return target;
            } catch (FHIRException noSuchResource) {
                return null;
            }
        }
        return null;
    }

    /** The same, one element deeper, if the group stands for one. */
    private static Target inside(Target target, String definition) {
        var path = path(definition);
        if (!path.startsWith(target.path() + ".")) {
            return target;
        }
        var element = target.element();
        for (var step : path.substring(target.path().length() + 1).split("\\.")) {
            var next = child(element, step, true);
            if (next == null) {
                return target;
            }
            element = next;
        }
        return new Target(target.resource(), target.type(), path, element);
    }

    private static void set(Target target, String definition, Value value) {
        var path = path(definition);
        if (!path.startsWith(target.path() + ".")) {
            return;
        }
        var steps = new ArrayList<>(List.of(path.substring(target.path().length() + 1).split("\\.")));
        var last = steps.removeLast().replace("[x]", "");
        Base element = target.element();
        for (var step : steps) {
            var next = child(element, step, false);
            if (next == null) {
                return;
            }
            element = next;
        }
        try {
            var child = element.getNamedProperty(last);
            if (child != null) {
                element.setProperty(last, fitting(child, value));
            }
        } catch (FHIRException | ClassCastException doesNotFit) {
            // The element takes nothing of that kind; the answer stays in the response, which is the record.
            return;
        }
    }

    private static Base fitting(Property property, Value value) {
        var type = property.getTypeCode();
        return value instanceof Value.Coded it && type.contains("code") && !type.contains("CodeableConcept") ? new org.hl7.fhir.r4.model.CodeType(it.code())
                : value instanceof Value.Coded && type.contains("CodeableConcept") ? new org.hl7.fhir.r4.model.CodeableConcept((org.hl7.fhir.r4.model.Coding) Elements.of(value)) : Elements.of(value);
    }

    /** The element of that name: a new one, or the one that is there. */
    private static @Nullable Base child(Base element, String name, boolean fresh) {
        try {
            var property = element.getNamedProperty(name);
            if (property == null) {
                return null;
            }
            return fresh && property.getMaxCardinality() > 1 || property.getValues().isEmpty() ? element.addChild(name) : property.getValues().getLast();
        } catch (FHIRException noSuchElement) {
            return null;
        }
    }

    private static String path(String definition) {
        return definition.substring(definition.indexOf('#') + 1);
    }

    private void finish(@Nullable Target target) {
        if (target != null && !target.resource().isEmpty()) {
            var entry = entries.addObject().put("fullUrl", "urn:uuid:" + UUID.randomUUID());
            entry.set("resource", Json.MAPPER.readTree(Resources.write(target.resource())));
            entry.putObject("request").put("method", "POST").put("url", target.type());
        }
    }
}
