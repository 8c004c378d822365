package org.casebridge.questionnaires;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.casebridge.kernel.Sentence;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts a questionnaire together from several: each item that names a sub-questionnaire is replaced by that one's items, with its variables, contained resources and
 * launch context. hl7.org/fhir/uv/sdc/modular.html#modular-questionnaires
 */
public final class Assembly {

    /** A sub-questionnaire may name others, but not so many in a row, and all together no more than one may have. */
    private static final int DEEPEST = 10;

    private static final List<String> INHERITED = List.of(Urls.VARIABLE, Urls.LAUNCH, Urls.CONSTRAINT, Urls.OLD_CONSTRAINT);

    private final Function<String, Map.Entry<Boolean, String>> find;
    private final List<Finding> refusals = new ArrayList<>();
    private int items;

    private Assembly(Function<String, Map.Entry<Boolean, String>> find) {
        this.find = find;
    }

    /** The questionnaire as one JSON, or why it cannot be put together. */
    public record Assembled(String json, List<Finding> refusals) {}

    /** {@code parts} are the sub-questionnaires as JSON, found by their url, with {@code |version} where it is asked for. */
    public static Assembled assemble(String root, List<String> parts) {
        var byUrl = new java.util.HashMap<String, String>();
        parts.stream().filter(Assembly::questionnaire).forEach(part -> {
            var read = Json.MAPPER.readTree(part);
            byUrl.put(Json.string(read, "url"), part);
            byUrl.put(Json.string(read, "url") + "|" + Json.string(read, "version"), part);
        });
        byUrl.remove("");
        var assembly = new Assembly(url -> Map.entry(byUrl.containsKey(url), byUrl.getOrDefault(url, "")));
        try {
            if (!(Json.MAPPER.readTree(root) instanceof ObjectNode questionnaire)) {
                return new Assembled("", List.of(new Finding("", "resourceType", Sentence.of("This is a {kind}, not a Questionnaire.", "JSON"))));
            }
            assembly.items(questionnaire, questionnaire, Map.of(), 0);
            drop(questionnaire, Urls.EXPECTATION);
            return new Assembled(assembly.refusals.isEmpty() ? Json.MAPPER.writeValueAsString(questionnaire) : "", List.copyOf(assembly.refusals));
        } catch (JacksonException unreadable) {
            return new Assembled("", List.of(new Finding("", "json", Sentence.of("The file is not JSON, or nested deeper than can be read (line {line}).", 1))));
        }
    }

    /** Whether it must be put together first: it names other questionnaires, or says that it is to be assembled. */
    public static boolean needed(String questionnaire) {
        return questionnaire.contains(Urls.SUB) || questionnaire.contains(Urls.EXPECTATION) && questionnaire.contains("assemble-root");
    }

    /** Whether this text is a questionnaire, which others may be made of. */
    public static boolean questionnaire(String json) {
        try {
            return Json.MAPPER.readTree(json) instanceof ObjectNode read && Json.string(read, "resourceType").equals("Questionnaire");
        } catch (JacksonException unreadable) {
            return false;
        }
    }

    private void items(ObjectNode parent, ObjectNode root, Map<String, String> context, int depth) {
        if (!(parent.path("item") instanceof ArrayNode before)) {
            return;
        }
        var after = Json.MAPPER.createArrayNode();
        for (var item : before) {
            if (++items > QuestionnaireReader.MOST_ITEMS) {
                reject(Json.string(item, "linkId"), "item", Sentence.of("From here on there are more than {limit, number} items.", QuestionnaireReader.MOST_ITEMS));
                return;
            }
            var sub = Json.extension(item, Urls.SUB);
            if (sub.isMissingNode()) {
                if (item instanceof ObjectNode inner) {
                    prefix(inner, context);
                    items(inner, root, context, depth);
                }
                after.add(item);
            } else {
                part(item, Json.string(sub, "valueCanonical"), root, context, depth).forEach(after::add);
            }
        }
        parent.set("item", after);
    }

    private List<JsonNode> part(JsonNode item, String url, ObjectNode root, Map<String, String> outer, int depth) {
        var found = find.apply(url);
        if (!found.getKey() || depth >= DEEPEST) {
            reject(Json.string(item, "linkId"), "subQuestionnaire", found.getKey() ? Sentence.of("Questionnaires are put together too deep here, or in a circle.") : Sentence.of("The questionnaire {url} is not at hand.", url));
            return List.of();
        }
        var part = (ObjectNode) Json.MAPPER.readTree(found.getValue());
        var context = new java.util.HashMap<String, String>();
        for (var variable : Json.extensions(item, Urls.VARIABLE)) {
            var expression = variable.path("valueExpression");
            var literal = Json.string(expression, "expression").strip();
            if (Json.string(expression, "name").equals("linkIdPrefix") && literal.matches("'[^']*'")) {
                context.put("linkIdPrefix", literal.substring(1, literal.length() - 1));
            } else if (Json.string(expression, "name").equals("linkIdPrefix") && literal.startsWith("%linkIdPrefix")) {
                context.put("linkIdPrefix", outer.getOrDefault("linkIdPrefix", "") + literal.replaceAll("^[^']*'|'[^']*$", ""));
            }
        }
        var needed = Json.extensions(part, Urls.ASSEMBLE_CONTEXT).stream().map(it -> Json.string(it, "valueString")).filter(it -> it.equals("linkIdPrefix")).toList();
        if (!needed.isEmpty() && !context.containsKey("linkIdPrefix")) {
            reject(Json.string(item, "linkId"), "assembleContext", Sentence.of("The questionnaire {url} needs {name}, which is not given here.", url, "linkIdPrefix"));
        }
        items(part, root, context, depth + 1);
        inherit(part, item, root);
        return part.path("item").valueStream().toList();
    }

    /** What the part brings for all its items, and what stands on the item it replaces, goes to those items; contained lists and launch contexts go to the root. */
    private static void inherit(ObjectNode part, JsonNode replaced, ObjectNode root) {
        for (var contained : part.path("contained")) {
            var known = array(root, "contained");
            if (known.valueStream().noneMatch(contained::equals)) {
                known.add(contained);
            }
        }
        for (var url : INHERITED) {
            for (var extension : Json.extensions(part, url)) {
                if (url.equals(Urls.LAUNCH)) {
                    array(root, "extension").add(extension);
                } else {
                    objects(part.path("item")).forEach(it -> array(it, "extension").insert(0, extension));
                }
            }
        }
        for (var variable : Json.extensions(replaced, Urls.VARIABLE)) {
            objects(part.path("item")).forEach(it -> array(it, "extension").insert(0, variable));
        }
        for (var population : Json.extensions(replaced, Urls.POPULATION)) {
            objects(part.path("item")).forEach(it -> array(it, "extension").add(population));
        }
    }

    /** Link ids stay apart when one questionnaire is used twice. */
    private static void prefix(ObjectNode item, Map<String, String> context) {
        var prefix = context.get("linkIdPrefix");
        if (prefix != null) {
            item.put("linkId", prefix + Json.string(item, "linkId"));
            objects(item.path("enableWhen")).forEach(it -> it.put("question", prefix + Json.string(it, "question")));
        }
    }

    /** What is no object in a file is left for the reader to refuse. */
    private static List<ObjectNode> objects(JsonNode list) {
        return list.valueStream().filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast).toList();
    }

    private static ArrayNode array(ObjectNode node, String name) {
        return node.path(name) instanceof ArrayNode known ? known : node.putArray(name);
    }

    private void reject(String item, String feature, Sentence words) {
        refusals.add(new Finding(item, feature, words));
    }

    private static void drop(ObjectNode root, String url) {
        if (root.path("extension") instanceof ArrayNode extensions) {
            for (int i = extensions.size() - 1; i >= 0; i--) {
                if (Json.string(extensions.get(i), "url").equals(url)) {
                    extensions.remove(i);
                }
            }
        }
    }
}
