package org.casebridge.assessments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebridge.codes.NeedCategory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a FHIR R4 Questionnaire: groups, display, choice with a contained value set, text, whole numbers with their range; questions asked
 * after the answer to another; translations, ordinal values and our licence extensions. Fails, by link id, on whatever else it meets: an instrument half understood must not be asked. hl7.org/fhir/R4/questionnaire.html
 */
final class InstrumentReader {

    private static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";
    private static final String ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
    private static final String WEIGHT = "http://hl7.org/fhir/StructureDefinition/itemWeight";
    private static final String NEED = "urn:casebridge:need";
    private static final Set<String> KNOWN = Set.of("linkId", "type", "prefix", "text", "_text", "item", "code", "answerValueSet", "answerOption", "required", "maxLength", "extension", "enableWhen", "enableBehavior");
    private static final String MIN = "http://hl7.org/fhir/StructureDefinition/minValue";
    private static final String MAX = "http://hl7.org/fhir/StructureDefinition/maxValue";
    private static final int LONGEST = 4000;
    private static final int LARGEST = 999_999;

    private final Map<String, List<Instrument.Choice>> sets = new HashMap<>();
    private final Set<String> linkIds = new HashSet<>();
    private final Set<String> asks = new HashSet<>();

    static Instrument read(JsonNode questionnaire) {
        return new InstrumentReader().instrument(questionnaire);
    }

    /** The questions alone, of a questionnaire that brings no licence of ours: an agency's own, for an instrument of the library. */
    static Instrument words(JsonNode questionnaire) {
        var reader = new InstrumentReader();
        var items = reader.whole(questionnaire);
        return new Instrument("", "", new Instrument.Words("", null), new Instrument.Words("", null), new Instrument.Licence(Instrument.LicenceClass.VERIFY, new Instrument.Words("", null), new Instrument.Words("", null)),
                Instrument.Use.ASKED, 0, items);
    }

    private Instrument instrument(JsonNode q) {
        var items = whole(q);
        var licence = new Instrument.Licence(Instrument.LicenceClass.valueOf(extension(q, "urn:casebridge:licence-class").path("valueCode").asString()),
                words(q, "copyright"), words(extension(q, "urn:casebridge:may-administer"), "valueString"));
        return new Instrument(q.path("id").asString(), q.path("version").asString(), words(q, "title"), words(q, "description"), licence,
                Instrument.Use.valueOf(extension(q, "urn:casebridge:use").path("valueCode").asString("ASKED")), extension(q, "urn:casebridge:minutes").path("valueInteger").asInt(0), items);
    }

    /** With the contained answers, and sure that whatever is waited for is there. */
    private List<Instrument.Item> whole(JsonNode q) {
        q.path("contained").forEach(set -> {
            var choices = new ArrayList<Instrument.Choice>();
            set.path("compose").path("include").forEach(include -> include.path("concept").forEach(it -> choices.add(choice(it))));
            sets.put("#" + set.path("id").asString(), List.copyOf(choices));
        });
        var items = items(q);
        asks.stream().filter(it -> !linkIds.contains(it)).findFirst().ifPresent(it -> {
            throw new IllegalArgumentException("Item " + it + " is waited for and is not there.");
        });
        return items;
    }

    private List<Instrument.Item> items(JsonNode parent) {
        var items = new ArrayList<Instrument.Item>();
        parent.path("item").forEach(it -> items.add(item(it)));
        return List.copyOf(items);
    }

    private Instrument.Item item(JsonNode it) {
        var linkId = it.path("linkId").asString();
        it.propertyNames().stream().filter(name -> !KNOWN.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("Item " + linkId + " uses " + name + ", which is not understood.");
        });
        if (linkId.isBlank() || !linkIds.add(linkId)) {
            throw new IllegalArgumentException("Item " + linkId + " has no link id of its own.");
        }
        var type = switch (it.path("type").asString()) {
            case "group" -> Instrument.Type.GROUP;
            case "display" -> Instrument.Type.DISPLAY;
            case "choice" -> Instrument.Type.CHOICE;
            case "text" -> Instrument.Type.TEXT;
            case "integer" -> Instrument.Type.INTEGER;
            case String other -> throw new IllegalArgumentException("Item " + linkId + " is of type " + other + ", which is not understood.");
        };
        var choices = type == Instrument.Type.CHOICE ? choices(it) : List.<Instrument.Choice>of();
        if (type == Instrument.Type.CHOICE && choices.isEmpty()) {
            throw new IllegalArgumentException("Item " + linkId + " offers no answers.");
        }
        return new Instrument.Item(linkId, type, prefixed(it.path("prefix").asString(""), words(it, "text")), it.path("required").asBoolean(false), it.path("maxLength").asInt(LONGEST),
                Math.max(0, extension(it, MIN).path("valueInteger").asInt(0)), extension(it, MAX).path("valueInteger").asInt(LARGEST), choices, when(it, linkId), need(it), items(it));
    }

    private static Instrument.Words prefixed(String prefix, Instrument.Words words) {
        return prefix.isEmpty() ? words : new Instrument.Words(prefix + " " + words.english(), words.spanish() == null ? null : prefix + " " + words.spanish());
    }

    /** Only what we ask and score by: an answer of a choice that was given. Several count as any of them. */
    private List<Instrument.When> when(JsonNode item, String linkId) {
        var when = new ArrayList<Instrument.When>();
        for (var one : item.path("enableWhen")) {
            var code = one.path("answerCoding").path("code").asString();
            if (!one.path("operator").asString().equals("=") || code.isEmpty() || item.path("enableWhen").size() > 1 && !item.path("enableBehavior").asString().equals("any")) {
                throw new IllegalArgumentException("Item " + linkId + " is asked under a condition that is not understood.");
            }
            asks.add(one.path("question").asString());
            when.add(new Instrument.When(one.path("question").asString(), code));
        }
        return List.copyOf(when);
    }

    private static @Nullable NeedCategory need(JsonNode item) {
        for (var code : item.path("code")) {
            if (code.path("system").asString().equals(NEED)) {
                return NeedCategory.valueOf(code.path("code").asString());
            }
        }
        return null;
    }

    /** Of a contained value set, or said at the item itself. */
    private List<Instrument.Choice> choices(JsonNode item) {
        if (!item.has("answerOption")) {
            return sets.getOrDefault(item.path("answerValueSet").asString(), List.of());
        }
        var choices = new ArrayList<Instrument.Choice>();
        for (var option : item.path("answerOption")) {
            var coding = option.path("valueCoding");
            if (coding.path("code").asString("").isEmpty() || coding.path("display").asString("").isEmpty()) {
                throw new IllegalArgumentException("Item " + item.path("linkId").asString() + " offers an answer without a code and its words.");
            }
            var weight = weight(option).isNumber() ? weight(option) : weight(coding);
            choices.add(new Instrument.Choice(coding.path("code").asString(), words(coding, "display"), weight.isNumber() ? weight.asInt() : null));
        }
        return List.copyOf(choices);
    }

    private static JsonNode weight(JsonNode answer) {
        return extension(answer, ORDINAL).has("valueDecimal") ? extension(answer, ORDINAL).path("valueDecimal") : extension(answer, WEIGHT).path("valueDecimal");
    }

    private static Instrument.Choice choice(JsonNode concept) {
        var weight = weight(concept);
        String spanish = null;
        for (var designation : concept.path("designation")) {
            spanish = designation.path("language").asString().equals("es") ? designation.path("value").asString() : spanish;
        }
        return new Instrument.Choice(concept.path("code").asString(), new Instrument.Words(concept.path("display").asString(), spanish), weight.isNumber() ? weight.asInt() : null);
    }

    private static Instrument.Words words(JsonNode parent, String name) {
        String spanish = null;
        for (var one : parent.path("_" + name).path("extension")) {
            if (one.path("url").asString().equals(TRANSLATION) && extension(one, "lang").path("valueCode").asString().equals("es")) {
                spanish = extension(one, "content").path("valueString").asString();
            }
        }
        return new Instrument.Words(parent.path(name).asString(), spanish);
    }

    private static JsonNode extension(JsonNode parent, String url) {
        for (var one : parent.path("extension")) {
            if (one.path("url").asString().equals(url)) {
                return one;
            }
        }
        return tools.jackson.databind.node.MissingNode.getInstance();
    }
}
