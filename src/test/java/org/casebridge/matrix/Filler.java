package org.casebridge.matrix;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebridge.Town;
import org.casebridge.kernel.Id;
import org.casebridge.web.Form;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/**
 * Fills the form of a handler as its types have it: a marked text in every text, the first of every choice, and in every field for a key the key that is given for its kind
 * ({@code GoalId} takes the one called {@code goal}). Broken, it writes the marked text everywhere.
 */
record Filler(String mark, Map<String, String> keys, boolean broken) {

    Map<String, List<String>> fill(HandlerMethod handler) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (Parameter parameter : handler.getMethod().getParameters()) {
            var form = ResolvableType.forType(parameter.getParameterizedType());
            var asked = parameter.getAnnotation(RequestParam.class);
            if (form.resolve() == Form.class && form.getGeneric(0).resolve() instanceof Class<?> type && type.isRecord()) {
                fill(fields, "", type, 0);
            } else if (asked != null) {
                put(fields, asked.value().isEmpty() ? asked.name().isEmpty() ? parameter.getName() : asked.name() : asked.value(), parameter.getParameterizedType(), 0);
            }
        }
        return fields;
    }

    private void fill(Map<String, List<String>> fields, String prefix, Class<?> type, int depth) {
        for (RecordComponent component : type.getRecordComponents()) {
            put(fields, prefix + component.getName(), component.getGenericType(), depth);
        }
    }

    private void put(Map<String, List<String>> fields, String name, Type generic, int depth) {
        var type = generic instanceof Class<?> plain ? plain : generic instanceof ParameterizedType made ? (Class<?>) made.getRawType() : Object.class;
        if (Collection.class.isAssignableFrom(type) && generic instanceof ParameterizedType list) {
            var inner = list.getActualTypeArguments()[0];
            var one = inner instanceof Class<?> plain && plain.isRecord() && !Id.class.isAssignableFrom(plain) && depth < 3;
            put(fields, one ? name + "[0]" : name, inner, depth + 1);
        } else if (type.isRecord() && !Id.class.isAssignableFrom(type)) {
            if (depth < 4) {
                fill(fields, name + ".", type, depth + 1);
            }
        } else {
            var value = broken ? mark + " " + name : value(name, type);
            if (value != null) {
                fields.put(name, List.of(value));
            }
        }
    }

    private @org.jspecify.annotations.Nullable String value(String name, Class<?> type) {
        if (type == String.class) {
            return text(name.substring(name.lastIndexOf('.') + 1).toLowerCase());
        }
        if (type.isEnum()) {
            return ((Enum<?>) type.getEnumConstants()[0]).name();
        }
        if (Id.class.isAssignableFrom(type)) {
            var kind = type.getSimpleName().replaceAll("Id$", "");
            return keys.getOrDefault(Character.toLowerCase(kind.charAt(0)) + kind.substring(1), UUID.randomUUID().toString());
        }
        if (type == UUID.class) {
            return keys.getOrDefault(name, keys.getOrDefault("client", UUID.randomUUID().toString()));
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true";
        }
        if (Number.class.isAssignableFrom(type) || type == int.class || type == long.class) {
            return name.endsWith("version") || name.endsWith("seen") ? "0" : "1";
        }
        return type == LocalDate.class ? Town.today().toString() : type == LocalTime.class ? "10:00" : type == Instant.class ? Instant.now().toString() : null;
    }

    private String text(String name) {
        if (name.contains("phone") || name.equals("number")) {
            return "(510) 555-0173";
        }
        if (name.contains("email") || name.equals("address") && keys.isEmpty()) {
            return mark.toLowerCase() + "@example.org";
        }
        if (name.contains("language")) {
            return "en";
        }
        return name.equals("strokes") || name.equals("place") || name.equals("page") || name.equals("next") ? "/clients" : mark + " " + name;
    }

    /** The names by which an address or a form could be told of somebody else's row, all with the given keys. */
    static Map<String, List<String>> allOf(Map<String, String> keys, String mark) {
        var fields = new LinkedHashMap<String, List<String>>();
        keys.forEach((name, key) -> fields.put(name, List.of(key)));
        for (var name : new ArrayList<>(List.of("id", "of", "for", "from", "about", "person", "subject", "row", "replaces", "need", "who"))) {
            fields.putIfAbsent(name, List.of(keys.get("client")));
        }
        for (var name : List.of("find", "words", "q", "search")) {
            fields.put(name, List.of(mark));
        }
        fields.put("all", List.of("true"));
        fields.put("more", List.of("5000"));
        return fields;
    }
}
