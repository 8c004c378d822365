package org.casebridge.questionnaires.fhirpath;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.context.IWorkerContext;
import org.hl7.fhir.r4.model.ResourceType;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What HAPI's FHIRPath wants to know of FHIR while it evaluates: the names of types, and nothing else. The definitions themselves (some 100 MB once loaded) serve
 * validation only. Of the interface's 60 methods the evaluation calls the ones below; the others answer nothing.
 */
final class NoDefinitions {

    private static final List<String> PRIMITIVES = List.of("base64Binary", "boolean", "canonical", "code", "date", "dateTime", "decimal", "id", "instant", "integer", "markdown", "oid",
            "positiveInt", "string", "time", "unsignedInt", "uri", "url", "uuid", "xhtml");
    private static final List<String> COMPLEX = List.of("Element", "BackboneElement", "Address", "Age", "Annotation", "Attachment", "CodeableConcept", "Coding", "ContactPoint", "Count",
            "Distance", "Dosage", "Duration", "Extension", "Expression", "HumanName", "Identifier", "Meta", "Money", "Narrative", "Period", "Quantity", "Range", "Ratio", "Reference",
            "SampledData", "Signature", "Timing", "Resource", "DomainResource");

    private final Map<String, StructureDefinition> byName = Stream.of(PRIMITIVES.stream(), COMPLEX.stream(), Arrays.stream(ResourceType.values()).map(Enum::name))
            .flatMap(Function.identity()).distinct().map(NoDefinitions::named).collect(Collectors.toMap(StructureDefinition::getType, Function.identity()));

    static IWorkerContext context() {
        var known = new NoDefinitions();
        return (IWorkerContext) Proxy.newProxyInstance(NoDefinitions.class.getClassLoader(), new Class<?>[] {IWorkerContext.class}, (_, method, values) -> known.answer(method, values));
    }

    private @Nullable Object answer(Method method, Object @Nullable [] values) {
        return switch (method.getName()) {
            case "allStructures", "getStructures", "fetchResourcesByType" -> List.copyOf(byName.values());
            case "getResourceNames" -> Arrays.stream(ResourceType.values()).map(Enum::name).toList();
            case "getVersion" -> "4.0.1";
            case "getLocale" -> Locale.ENGLISH;
            case "fetchTypeDefinition" -> values == null ? null : byName.get((String) values[0]);
            case "fetchResource" -> values == null || values[0] != StructureDefinition.class ? null : Arrays.stream(values).skip(1).filter(String.class::isInstance)
                    .map(it -> byName.get(((String) it).substring(((String) it).lastIndexOf('/') + 1))).findFirst().orElse(null);
            case "isPrimitiveType" -> values != null && PRIMITIVES.contains(values[0]);
            case "formatMessage" -> values == null ? "" : values[0] + " " + Arrays.deepToString((Object[]) values[1]);
            case "formatMessagePlural" -> values == null ? "" : values[1] + " " + Arrays.deepToString((Object[]) values[2]);
            case "hashCode" -> System.identityHashCode(this);
            case "equals" -> false;
            case "toString" -> "no definitions";
            default -> method.getReturnType() == boolean.class ? Boolean.FALSE : null;
        };
    }

    private static StructureDefinition named(String type) {
        var definition = new StructureDefinition();
        definition.setUrl("http://hl7.org/fhir/StructureDefinition/" + type).setName(type).setType(type);
        definition.setKind(PRIMITIVES.contains(type) ? StructureDefinition.StructureDefinitionKind.PRIMITIVETYPE
                : COMPLEX.contains(type) ? StructureDefinition.StructureDefinitionKind.COMPLEXTYPE : StructureDefinition.StructureDefinitionKind.RESOURCE);
        return definition.setDerivation(StructureDefinition.TypeDerivationRule.SPECIALIZATION);
    }
}
