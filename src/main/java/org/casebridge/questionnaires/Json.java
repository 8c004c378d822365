package org.casebridge.questionnaires;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** FHIR's JSON: extensions, translated texts and values of any type. Nothing here fails on a wrong shape; it is just not there. hl7.org/fhir/R4/json.html */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder().enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    static final Pattern DAY = Pattern.compile("\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?");
    static final Pattern MOMENT = Pattern.compile(DAY.pattern() + "|\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?(Z|[+-](0\\d|1[0-4]):[0-5]\\d)?");
    static final Pattern CLOCK = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?");

    private static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";

    private Json() {}

    static String string(JsonNode parent, String name) {
        var value = parent.path(name);
        return value.isString() ? value.asString() : value.isNumber() || value.isBoolean() ? value.asString() : "";
    }

    static @Nullable String orNull(JsonNode parent, String name) {
        var value = string(parent, name);
        return value.isEmpty() ? null : value;
    }

    static JsonNode extension(JsonNode parent, String url) {
        for (var one : parent.path("extension")) {
            if (string(one, "url").equals(url)) {
                return one;
            }
        }
        return MissingNode.getInstance();
    }

    static List<JsonNode> extensions(JsonNode parent, String... urls) {
        var wanted = List.of(urls);
        return parent.path("extension").valueStream().filter(it -> wanted.contains(string(it, "url"))).toList();
    }

    /** The text under that name with the translations beside it ({@code _name}). */
    static Text text(JsonNode parent, String name) {
        var plain = string(parent, name);
        var translations = new HashMap<String, String>();
        for (var one : extensions(parent.path("_" + name), TRANSLATION)) {
            var content = extension(one, "content");
            var words = string(content, "valueString") + string(content, "valueMarkdown");
            if (!words.isEmpty()) {
                translations.put(string(extension(one, "lang"), "valueCode"), words);
            }
        }
        return plain.isEmpty() && translations.isEmpty() ? Text.NONE : new Text(plain, translations);
    }

    static Value.@Nullable Coded coded(JsonNode coding) {
        var code = string(coding, "code");
        var display = string(coding, "display");
        return code.isEmpty() && display.isEmpty() ? null : new Value.Coded(orNull(coding, "system"), code.isEmpty() ? display : code, display);
    }

    /** The value of a {@code value[x]}, whatever its type; null when there is none, or none that can be. */
    static @Nullable Value value(JsonNode parent, String stem) {
        for (Map.Entry<String, JsonNode> one : parent.properties()) {
            if (one.getKey().startsWith(stem) && one.getKey().length() > stem.length() && Character.isUpperCase(one.getKey().charAt(stem.length()))) {
                return typed(one.getKey().substring(stem.length()), one.getValue());
            }
        }
        return null;
    }

    private static @Nullable Value typed(String type, JsonNode it) {
        return switch (type) {
            case "Boolean" -> it.isBoolean() ? new Value.Truth(it.asBoolean()) : null;
            case "Integer", "PositiveInt", "UnsignedInt" -> it.isIntegralNumber() && it.canConvertToInt() ? new Value.Whole(it.asInt()) : null;
            case "Decimal" -> it.isNumber() ? decimal(it.decimalValue()) : null;
            case "Date" -> it.isString() && DAY.matcher(it.asString()).matches() ? new Value.Day(it.asString()) : null;
            case "DateTime", "Instant" -> it.isString() && MOMENT.matcher(it.asString()).matches() ? new Value.Moment(it.asString()) : null;
            case "Time" -> it.isString() && CLOCK.matcher(it.asString()).matches() ? new Value.Clock(it.asString()) : null;
            case "String", "Code", "Markdown", "Id" -> it.isString() ? new Value.Words(it.asString()) : null;
            case "Uri", "Url", "Canonical" -> it.isString() ? new Value.Link(it.asString()) : null;
            case "Coding" -> coded(it);
            case "CodeableConcept" -> it.path("coding").isEmpty() ? new Value.Words(string(it, "text")) : coded(it.path("coding").get(0));
            case "Quantity" -> it.path("value").isNumber() && decimal(it.path("value").decimalValue()) instanceof Value.Decimal number
                    ? new Value.Amount(number.number(), orNull(it, "unit"), orNull(it, "system"), orNull(it, "code")) : null;
            case "Attachment" -> it.isObject() ? new Value.File(orNull(it, "contentType"), orNull(it, "title"), orNull(it, "url"), orNull(it, "data")) : null;
            case "Reference" -> string(it, "reference").isEmpty() && string(it, "display").isEmpty() ? null : new Value.Pointer(string(it, "reference"), orNull(it, "display"));
            default -> null;
        };
    }

    /** A number of human size; 1e999999999 would take all memory when written out. */
    static Value.@Nullable Decimal decimal(BigDecimal number) {
        return number.precision() > 40 || Math.abs(number.scale()) > 40 ? null : new Value.Decimal(number);
    }

    /** Puts the value into {@code parent} under {@code stem} and the name of its type. */
    static void put(ObjectNode parent, String stem, Value value) {
        switch (value) {
            case Value.Truth it -> parent.put(stem + "Boolean", it.yes());
            case Value.Whole it -> parent.put(stem + "Integer", it.number());
            case Value.Decimal it -> parent.put(stem + "Decimal", it.number());
            case Value.Day it -> parent.put(stem + "Date", it.iso());
            case Value.Moment it -> parent.put(stem + "DateTime", it.iso());
            case Value.Clock it -> parent.put(stem + "Time", it.iso());
            case Value.Words it -> parent.put(stem + "String", it.text());
            case Value.Link it -> parent.put(stem + "Uri", it.address());
            case Value.Coded it -> coding(parent.putObject(stem + "Coding"), it);
            case Value.Amount it -> {
                var quantity = parent.putObject(stem + "Quantity").put("value", it.number());
                some(quantity, "unit", it.unit());
                some(quantity, "system", it.system());
                some(quantity, "code", it.code());
            }
            case Value.File it -> {
                var file = parent.putObject(stem + "Attachment");
                some(file, "contentType", it.contentType());
                some(file, "title", it.title());
                some(file, "url", it.address());
                some(file, "data", it.data());
            }
            case Value.Pointer it -> some(parent.putObject(stem + "Reference").put("reference", it.reference()), "display", it.display());
        }
    }

    static ObjectNode coding(ObjectNode into, Value.Coded it) {
        some(into, "system", it.system());
        into.put("code", it.code());
        some(into, "display", it.display());
        return into;
    }

    static void some(ObjectNode into, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            into.put(name, value);
        }
    }
}
