package org.casebridge.questionnaires;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The answer lists at hand: contained ones by {@code #id}, others by address. A list by rule (a filter, a whole code system that is not at hand) is not one. */
public final class ValueSets {

    private static final int DEEPEST = 5;
    private final Map<String, JsonNode> sets = new HashMap<>();
    private final Map<String, JsonNode> systems = new HashMap<>();
    private final Map<String, List<Questionnaire.Option>> read = new HashMap<>();

    public static ValueSets none() {
        return new ValueSets();
    }

    /** Adds what the JSON of a ValueSet, a CodeSystem or a Bundle of them brings; anything else is passed over. */
    public ValueSets with(String json) {
        try {
            add(Json.MAPPER.readTree(json), "");
        } catch (tools.jackson.core.JacksonException unreadable) {
            return this;
        }
        return this;
    }

    /** These and the questionnaire's own. */
    ValueSets within(JsonNode questionnaire) {
        var more = new ValueSets();
        more.sets.putAll(sets);
        more.systems.putAll(systems);
        questionnaire.path("contained").forEach(it -> more.add(it, "#"));
        return more;
    }

    private void add(JsonNode resource, String sign) {
        switch (Json.string(resource, "resourceType")) {
            case "ValueSet" -> {
                sets.put(sign.isEmpty() ? Json.string(resource, "url") : "#" + Json.string(resource, "id"), resource);
                sets.putIfAbsent(Json.string(resource, "url"), resource);
            }
            case "CodeSystem" -> systems.put(Json.string(resource, "url"), resource);
            case "Bundle" -> resource.path("entry").forEach(it -> add(it.path("resource"), sign));
            default -> { }
        }
    }

    @Nullable List<Questionnaire.Option> options(String address) {
        var name = address.startsWith("#") || !address.contains("|") ? address : address.substring(0, address.indexOf('|'));
        var known = read.get(name);
        if (known == null) {
            var set = sets.get(name);
            known = set == null ? null : options(set, 0);
            if (known != null) {
                read.put(name, known);
            }
        }
        return known;
    }

    private @Nullable List<Questionnaire.Option> options(JsonNode set, int depth) {
        var found = new ArrayList<Questionnaire.Option>();
        if (!set.path("expansion").path("contains").isEmpty()) {
            expansion(set.path("expansion").path("contains"), found);
            return List.copyOf(found);
        }
        for (var include : set.path("compose").path("include")) {
            var system = Json.orNull(include, "system");
            if (include.has("filter") || depth > DEEPEST) {
                return null;
            }
            for (var other : include.path("valueSet")) {
                var inner = sets.get(other.asString());
                var options = inner == null ? null : options(inner, depth + 1);
                if (options == null) {
                    return null;
                }
                found.addAll(options);
            }
            if (!include.path("concept").isEmpty()) {
                include.path("concept").forEach(it -> found.add(option(system, it)));
            } else if (!include.has("valueSet")) {
                if (system == null || !systems.containsKey(system) || systems.get(system).path("concept").isEmpty()) {
                    return null;
                }
                concepts(system, systems.get(system).path("concept"), found, 0);
            }
        }
        return set.path("compose").has("exclude") || found.isEmpty() ? null : List.copyOf(found);
    }

    private static void expansion(JsonNode contains, List<Questionnaire.Option> found) {
        for (var it : contains) {
            if (!it.path("abstract").asBoolean(false) && it.has("code")) {
                found.add(option(Json.orNull(it, "system"), it));
            }
        }
    }

    private static void concepts(String system, JsonNode concepts, List<Questionnaire.Option> found, int depth) {
        for (var it : concepts) {
            found.add(option(system, it));
            if (depth < DEEPEST) {
                concepts(system, it.path("concept"), found, depth + 1);
            }
        }
    }

    private static Questionnaire.Option option(@Nullable String system, JsonNode concept) {
        var code = Json.string(concept, "code");
        var display = Json.string(concept, "display");
        var translations = new HashMap<String, String>(Json.text(concept, "display").translations());
        concept.path("designation").forEach(it -> {
            if (!Json.string(it, "language").isEmpty()) {
                translations.put(Json.string(it, "language"), Json.string(it, "value"));
            }
        });
        return new Questionnaire.Option(new Value.Coded(system, code, display), new Text(display.isEmpty() ? code : display, translations), Text.NONE, weight(concept), false, false);
    }

    /** What an option, a coding or a concept counts: the extensions ordinalValue and itemWeight, or a concept's property of that name. */
    static @Nullable BigDecimal weight(JsonNode it) {
        for (var one : it.path("extension")) {
            var url = Json.string(one, "url");
            if ((url.equals(Urls.ORDINAL) || url.equals(Urls.WEIGHT) || url.endsWith("/valueset-ordinalValue") || url.endsWith("/codesystem-ordinalValue")) && Json.value(one, "value") instanceof Value value) {
                return value.counted();
            }
        }
        for (var one : it.path("property")) {
            if (Json.string(one, "code").matches("itemWeight|ordinalValue|ordinal") && Json.value(one, "value") instanceof Value value) {
                return value.counted();
            }
        }
        return null;
    }
}
